import { isDeepStrictEqual } from 'node:util';

import type { EditDocument, EditItem, ReadDocument, ReadItem } from '@phancong/contracts';

/** What a row of the table says, and whether it stands in it. */
export type RowWords = Required<EditItem['changes']> & { removed: boolean };

export interface StandingRow {
  id: string;
  version: number;
  words: RowWords;
  read: ReadItem;
}

/** How a doubt stands. */
export interface DoubtState {
  itemId: string | null;
  settledAt: string | null;
  settledValue: unknown;
  settledById: string | null;
}

interface Change<State> {
  before: State;
  after: State;
}

/** One step of a review: everything that it touches, before and after. Taking it back is putting every `before` again. */
export interface ReviewChanges {
  rows: ({ id: string } & Change<RowWords>)[];
  doubts: ({ id: string } & Change<DoubtState>)[];
  /** Units that a name of the document means in this plan; null while nobody said. */
  names: ({ name: string } & Change<string[] | null>)[];
  document: Change<ReadDocument> | null;
}

export const noChanges = (): ReviewChanges => ({ rows: [], doubts: [], names: [], document: null });

/** The same step backwards. */
export function reverse(changes: ReviewChanges): ReviewChanges {
  const turn = <Turned extends Change<unknown>>(change: Turned): Turned => ({
    ...change,
    before: change.after,
    after: change.before,
  });
  return {
    rows: changes.rows.map(turn),
    doubts: changes.doubts.map(turn),
    names: changes.names.map(turn),
    document: changes.document && turn(changes.document),
  };
}

/** The row with some fields changed. */
export const changeRow = (row: StandingRow, changes: Partial<RowWords>): ReviewChanges['rows'][number] => ({
  id: row.id,
  before: row.words,
  after: { ...row.words, ...changes },
});

/** Fields of a row that a step changes. */
export function changedFields({ before, after }: Change<RowWords>): (keyof RowWords)[] {
  return (Object.keys(after) as (keyof RowWords)[]).filter((field) => !isDeepStrictEqual(before[field], after[field]));
}

export function changedFacts({ before, after }: Change<ReadDocument>): (keyof EditDocument['changes'])[] {
  const facts = ['title', 'number', 'issuedOn', 'issuer', 'signer', 'year', 'recipients'] as const;
  return facts.filter((fact) => !isDeepStrictEqual(before[fact], after[fact]));
}

/** Letters as Vietnamese outlines count them: đ follows d, there is no f. */
const letters = 'bcdđeghiklmnopqrstuvxy';

/** The first of "I.2.b", "I.2.c" … that no row has; the row that was cut keeps its own ref. */
export function freeRefBeside(ref: string, taken: ReadonlySet<string>): string {
  for (const letter of letters) if (!taken.has(`${ref}.${letter}`)) return `${ref}.${letter}`;
  for (let number = 2; ; number += 1) if (!taken.has(`${ref}.${number}`)) return `${ref}.${number}`;
}

/** Cuts the work of a row in two. Targets and money stay with the row that is cut: a person says which belong below. */
export function splitWords(words: RowWords, textFrom: number): { upper: RowWords; lower: RowWords } | null {
  const [upper, lower] = [words.text.slice(0, textFrom).trim(), words.text.slice(textFrom).trim()];
  if (upper === '' || lower === '') return null;
  return { upper: { ...words, text: upper }, lower: { ...words, text: lower, targets: [], budgetVnd: null } };
}

const union = (first: readonly string[], second: readonly string[]) => [...new Set([...first, ...second])];

const joinUnequal = (first: string | null, second: string | null, between: string) =>
  !second || first === second ? first : first ? `${first}${between}${second}` : second;

const later = <Dated extends { lastDay?: string | undefined; date?: string | undefined }>(
  first: Dated | null,
  second: Dated | null,
) => {
  const dayOf = (deadline: Dated | null) => deadline?.lastDay ?? deadline?.date ?? '';
  return dayOf(second) > dayOf(first) ? second : first;
};

/** Each row has money of its own; what is unknown adds nothing. */
const addMoney = (first: number | null | undefined, second: number | null | undefined) =>
  first == null && second == null ? null : (first ?? 0) + (second ?? 0);

/** Everything that two rows say, as one row: names once each, all windows, the later deadline, all targets. */
export function mergeWords(first: RowWords, second: RowWords): RowWords {
  const same = isDeepStrictEqual(first.timing, second.timing);
  const windows = [...first.timing.windows, ...second.timing.windows];
  const periods = union(first.timing.periods ?? [], second.timing.periods ?? []);
  return {
    ...first,
    title: joinUnequal(first.title, second.title, '; ') ?? '',
    text: joinUnequal(first.text, second.text, '\n') ?? '',
    unitOfMeasure: joinUnequal(first.unitOfMeasure, second.unitOfMeasure, '; '),
    leads: union(first.leads, second.leads),
    coordinators: union(first.coordinators, second.coordinators),
    handsOffTo: union(first.handsOffTo, second.handsOffTo),
    receivesFrom: union(first.receivesFrom, second.receivesFrom),
    approvers: union(first.approvers, second.approvers),
    deliverable: joinUnequal(first.deliverable ?? null, second.deliverable ?? null, '; '),
    budgetVnd: addMoney(first.budgetVnd, second.budgetVnd),
    targets: [...first.targets, ...second.targets],
    timing: same
      ? first.timing
      : {
          text: joinUnequal(first.timing.text, second.timing.text, '; '),
          inheritedFrom: null,
          windows: windows.filter(
            (window, at) =>
              windows.findIndex((other) => other.start === window.start && other.end === window.end) === at,
          ),
          ...(periods.length > 0 ? { periods } : {}),
          deadline: later(first.timing.deadline, second.timing.deadline),
          recurrence: [...first.timing.recurrence, ...second.timing.recurrence].filter(
            (recurrence, at, all) => all.findIndex((other) => isDeepStrictEqual(other, recurrence)) === at,
          ),
          asNeeded: first.timing.asNeeded || second.timing.asNeeded,
        },
  };
}

/** Two rows that say one work in other words: the first keeps its title, and takes what only the other says. */
export const joinSameWork = (first: RowWords, second: RowWords): RowWords => ({
  ...mergeWords(first, second),
  title: first.title,
  timing: first.timing.text === null ? second.timing : first.timing,
  budgetVnd: first.budgetVnd ?? second.budgetVnd,
});

/** The words of a row that a person adds; what was not given is blank. */
export const newWords = (words: Partial<RowWords> & Pick<RowWords, 'ref' | 'title' | 'leads'>): RowWords => ({
  text: '',
  unitOfMeasure: null,
  coordinators: [],
  timing: { text: null, inheritedFrom: null, windows: [], deadline: null, recurrence: [], asNeeded: false },
  targets: [],
  handsOffTo: [],
  receivesFrom: [],
  approvers: [],
  deliverable: null,
  budgetVnd: null,
  removed: false,
  ...words,
});

/** What stands as "read" of a row that no reader found: its words at birth, with the place of the row it was cut from. */
export function birthOf({ removed: _, deliverable, budgetVnd, ...words }: RowWords, from: ReadItem | null): ReadItem {
  return {
    fansOutTo: from?.fansOutTo ?? null,
    kind: from?.kind ?? 'activity',
    obligation: 'must',
    inferred: [],
    parentRef: from?.parentRef ?? null,
    anchors: from?.anchors ?? {},
    source: from?.source ?? { lines: [0, 0] },
    ...words,
    ...(deliverable === null ? {} : { deliverable }),
    ...(budgetVnd === null ? {} : { budgetVnd }),
    ref: from?.ref ?? words.ref,
  };
}
