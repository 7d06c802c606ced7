import type { FlowDocument, Words } from '@phancong/contracts';

import { isLastReminder } from '../engine/effect-actions.js';
import type { Flow, FlowState } from '../engine/flow.js';
import { handedIn, takenBack, type NotifyAction } from '../engine/reminders.js';
import { transitionTable, type Arrow } from '../engine/transition-table.js';
import { conditions } from './conditions.js';
import { partsOf } from './payload-parts.js';

/** Events of the system that every document has by itself. */
const ownClocks = ['remind', 'deadlinePassed'];
const fromWork = ['extended', 'parentEnded'];

class NotExpressible extends Error {}

/** Written as data, or the reason why it cannot be. */
export type Described = { document: FlowDocument; why?: undefined } | { document?: undefined; why: Words };

/**
 * A shipped flow written as data, so that an office may copy and change it. Not every flow can be: where money is counted, where a join
 * waits for many children, or where a deadline is decided, the machine does what no list of effects says.
 */
export function describeAsDocument(flow: Flow): Described {
  try {
    return { document: describe(flow) };
  } catch (error) {
    if (!(error instanceof NotExpressible)) throw error;
    return {
      why: {
        vi: `Quy trình «${flow.words.vi}» chưa chép được: có bước mà bảng không diễn đạt hết (${error.message}).`,
        en: `“${flow.words.en}” cannot be copied: one of its steps does more than a table can say (${error.message}).`,
      },
    };
  }
}

/** The events that a flow tells the work that it hangs on: its copies may tell the same. */
export function eventsToldToWork(flow: Flow): string[] {
  const told = arrowsOfAll(flow)
    .flatMap(({ actions }) => actions)
    .flatMap(({ type, params }) => (type === 'tellParent' ? [(params as { event?: string } | undefined)?.event] : []));
  return [...new Set(told.filter((event) => event !== undefined))];
}

const arrowsOfAll = (flow: Flow): Arrow[] =>
  [...transitionTable(flow.machine).values()].flatMap((byEvent) => [...byEvent.values()].flat());

function describe(flow: Flow): FlowDocument {
  const table = transitionTable(flow.machine);
  const initial = flow.machine.root.initial.target[0]?.key ?? '';
  const moves = [...table].flatMap(([from, byEvent]) =>
    [...byEvent].flatMap(([event, arrows]) =>
      flow.events[event]?.by === 'system' ? checkSystem(event, arrows) : [describeMove(flow, from, event, arrows)],
    ),
  );
  const ends = [...table.values()].flatMap((byEvent) => byEvent.get('parentEnded')?.map(({ target }) => target) ?? []);
  return {
    format: 2,
    base: flow.id,
    words: flow.words,
    parties: flow.parties,
    initial,
    startTells: [...tellsOf(flow.machine.root.entry), ...entryTells(flow, initial)],
    ...(ends[0] !== undefined && { whenWorkEnds: ends[0] }),
    states: Object.fromEntries(Object.keys(flow.states).map((id) => [id, describeState(flow, id)])),
    events: Object.fromEntries(
      Object.entries(flow.events).flatMap(([id, { words, by, posts, payload, tone, bulk, undo }]) => {
        if (by === 'system') return [];
        const asks = partsOf(payload);
        if (!asks) throw new NotExpressible(words.vi);
        return [
          [
            id,
            {
              words,
              by: [...by],
              ...(posts && {
                posts: posts.filter((post) => post === 'officer' || post === 'head' || post === 'coordinator'),
              }),
              asks,
              tone: tone ?? 'plain',
              bulk: bulk ?? false,
              ...(undo !== undefined && { undo }),
            },
          ],
        ];
      }),
    ),
    moves,
  };
}

function describeState(flow: Flow, id: string): FlowDocument['states'][string] {
  const { words, holder, phase, tone, clocks = [] } = flow.states[id] as FlowState;
  const described: FlowDocument['states'][string] = { words, holder, phase, tone, tellsWhenLate: false };
  for (const { event, when } of clocks) {
    if (event === 'deadlinePassed' && 'daysAfterDue' in when && when.daysAfterDue === 1) described.tellsWhenLate = true;
    else if (event === 'remind' && 'workingDaysAfterEntering' in when && !when.notBeforeStart) {
      described.remindAfterWorkingDays = when.workingDaysAfterEntering;
      const plain = transitionTable(flow.machine)
        .get(id)
        ?.get('remind')
        ?.find(({ guards }) => guards.length === 0);
      const [told] = tellsOf(plain?.actions ?? []);
      if (told) described.remindWith = told.notice;
    } else throw new NotExpressible(words.vi);
  }
  return described;
}

/** Clocks and what the work says are the same in every document; anything else that the system sends is not. */
function checkSystem(event: string, arrows: readonly Arrow[]): [] {
  const isKnown = ownClocks.includes(event)
    ? arrows.every(
        ({ source, target, guards }) => source === target && guards.every((name) => name === isLastReminder.name),
      )
    : fromWork.includes(event) && arrows.length === 1;
  if (!isKnown) throw new NotExpressible(event);
  return [];
}

function describeMove(
  flow: Flow,
  from: string,
  event: string,
  arrows: readonly Arrow[],
): FlowDocument['moves'][number] {
  const words = flow.events[event]?.words.vi ?? event;
  const plain = arrows.at(-1);
  const [often] = arrows;
  const goesBack = arrows.length === 2 && often?.guards.length === 1 && often.guards[0]?.endsWith('Often') === true;
  if (!plain || (arrows.length > 1 && !goesBack) || often?.target !== plain.target) throw new NotExpressible(words);
  if (plain.guards.some((name) => !Object.hasOwn(conditions, name))) throw new NotExpressible(words);
  const facts = factsSet(flow, plain);
  if (!facts.every((set) => set === handedIn.params || isTakenBack(set))) throw new NotExpressible(words);
  const told = plain.actions.filter(({ type }) => type === 'tellParent');
  if (told.length > 1) throw new NotExpressible(words);
  for (const { type, params } of plain.actions) {
    const isKnown = /^(keep|count)[A-Z]/.test(type) || ['notify', 'tellParent', 'setFacts'].includes(type);
    const givesFacts =
      type === 'tellParent' &&
      Object.keys((params as { payload?: object } | undefined)?.payload ?? { no: 1 }).length > 0;
    if (!isKnown || givesFacts) throw new NotExpressible(words);
  }
  const [work] = told;
  return {
    from,
    event,
    to: plain.target,
    handsIn: facts.includes(handedIn.params),
    byAnotherPerson: plain.guards.includes('byAnotherPerson'),
    goesBack,
    takesBack: !goesBack && facts.some(isTakenBack),
    onlyAfterDue: plain.guards.includes('afterDue'),
    onlyWithProof: plain.guards.includes('withProof'),
    tells: [...tellsOf(plain.actions), ...entryTells(flow, plain.target)],
    ...(work && { tellsWork: (work.params as { event: string }).event }),
  };
}

/** What a move says about the days of the work, as its machine holds it: the table of arrows leaves functions out. */
function factsSet(flow: Flow, { source, event }: Arrow): unknown[] {
  const candidates = flow.machine.states[source]?.transitions.get(event) ?? [];
  return (candidates.at(-1)?.actions ?? []).flatMap((action: unknown) =>
    typeof action === 'object' &&
    action !== null &&
    'type' in action &&
    action.type === 'setFacts' &&
    'params' in action
      ? [action.params]
      : [],
  );
}

const isTakenBack = (params: unknown) => JSON.stringify(params) === JSON.stringify(takenBack.params);

type Telling = FlowDocument['startTells'][number];

function tellsOf(actions: readonly unknown[]): Telling[] {
  return actions.flatMap((action) => {
    const { type, params } = action as Partial<NotifyAction>;
    return type === 'notify' && params ? [{ to: params.to, notice: params.template }] : [];
  });
}

/** What is told whenever a state is entered is told by every move that leads there. */
const entryTells = (flow: Flow, state: string) => tellsOf(flow.machine.states[state]?.entry ?? []);
