import type { FlowDocument, OwnFlow, PayloadPart } from '@phancong/contracts';
import { keptNames } from '@phancong/workflows';

export type FlowState = FlowDocument['states'][string];
export type FlowEvent = FlowDocument['events'][string];
export type FlowMove = FlowDocument['moves'][number];
export type Telling = FlowMove['tells'][number];
type NoticeChoice = OwnFlow['notices'][number];
export type Asked = FlowEvent['asks'][number];

/** A key that nobody sees, made from the words: "Trình lãnh đạo" → trinhLanhDao. */
export function keyFor(words: string, taken: readonly string[]): string {
  const parts = words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const joined = parts
    .map((part, place) => (place === 0 ? part : part.charAt(0).toUpperCase() + part.slice(1)))
    .join('');
  const base = (/^[a-z]/.test(joined) ? joined : `x${joined}`).slice(0, 30);
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? base : `${base}${number}`;
    if (!taken.includes(key) && !(key in Object.prototype)) return key;
  }
}

/** A new open state, held by the unit that is asked, which reminds after three working days. */
export function addState(document: FlowDocument, words: { vi: string; en: string }): FlowDocument {
  const key = keyFor(words.en, Object.keys(document.states));
  const state: FlowState = {
    words,
    holder: 'to',
    phase: 'open',
    tone: 'blue',
    remindAfterWorkingDays: 3,
    tellsWhenLate: false,
  };
  return { ...document, states: { ...document.states, [key]: state } };
}

/** The state goes with every move from it and to it. */
export function removeState(document: FlowDocument, id: string): FlowDocument {
  const { [id]: _, ...states } = document.states;
  return { ...document, states, moves: document.moves.filter(({ from, to }) => from !== id && to !== id) };
}

export function addEvent(document: FlowDocument, words: { vi: string; en: string }): FlowDocument {
  const key = keyFor(words.en, [...Object.keys(document.events), ...keptNames]);
  const event: FlowEvent = { words, by: ['to'], asks: [], tone: 'primary', bulk: false };
  return { ...document, events: { ...document.events, [key]: event } };
}

export function removeEvent(document: FlowDocument, id: string): FlowDocument {
  const { [id]: _, ...left } = document.events;
  const events = Object.fromEntries(
    Object.entries(left).map(([key, { undo, ...event }]) => [
      key,
      undo === undefined || undo === id ? event : { ...event, undo },
    ]),
  );
  return { ...document, events, moves: document.moves.filter(({ event }) => event !== id) };
}

/** A sentence of the office's own, by a key that nobody sees. */
export function addNotice(document: FlowDocument, words: { vi: string; en: string }): FlowDocument {
  const key = keyFor(`own ${words.en}`, Object.keys(document.notices ?? {}));
  return { ...document, notices: { ...document.notices, [key]: words } };
}

/** The sentence goes with every telling that says it; a reminder goes back to the general one. */
export function removeNotice(document: FlowDocument, id: string): FlowDocument {
  const { [id]: _, ...notices } = document.notices ?? {};
  const keep = (tells: readonly Telling[]) => tells.filter(({ notice }) => notice !== id);
  return {
    ...document,
    notices,
    startTells: keep(document.startTells),
    moves: document.moves.map((move) => ({ ...move, tells: keep(move.tells) })),
    states: Object.fromEntries(
      Object.entries(document.states).map(([state, { remindWith, ...rest }]) => [
        state,
        remindWith === undefined || remindWith === id ? rest : { ...rest, remindWith },
      ]),
    ),
  };
}

/** What may be said: the sentences of the office first, then those of the product. */
export const noticesToChoose = (document: FlowDocument, ofProduct: readonly NoticeChoice[]): NoticeChoice[] => [
  ...Object.entries(document.notices ?? {}).map(([id, words]) => ({ id, words })),
  ...ofProduct,
];

/** The first pair of a state and an event that has no line yet, leading back to where it starts. */
export function addMove(document: FlowDocument): FlowDocument {
  const open = Object.keys(document.states).filter((id) => document.states[id]?.phase === 'open');
  const [from = document.initial] = open;
  const isTaken = (event: string) => document.moves.some((move) => move.from === from && move.event === event);
  const events = Object.keys(document.events);
  const event = events.findLast((id) => !isTaken(id)) ?? events.at(-1) ?? '';
  const move: FlowMove = {
    from,
    event,
    to: from,
    handsIn: false,
    byAnotherPerson: false,
    goesBack: false,
    takesBack: false,
    onlyAfterDue: false,
    onlyWithProof: false,
    tells: [],
  };
  return { ...document, moves: [...document.moves, move] };
}

/** Something to type in a rehearsal for each part that must be typed. */
const samples: Record<PayloadPart, string> = {
  reason: 'Lý do diễn tập',
  note: 'Nội dung diễn tập',
  link: 'https://baohiemxahoi.gov.vn/',
  fileId: '00000000-0000-4000-8000-000000000000',
  answer: 'Trả lời diễn tập',
  explanation: 'Giải trình diễn tập',
  remedy: 'Biện pháp diễn tập',
  severity: 'low',
  assessment: 'Đánh giá diễn tập',
  measure: 'Biện pháp diễn tập',
  proofLink: 'https://baohiemxahoi.gov.vn/',
};

export const samplePayload = (event: FlowEvent | undefined): Record<string, string> =>
  Object.fromEntries((event?.asks ?? []).filter(({ required }) => required).map(({ part }) => [part, samples[part]]));
