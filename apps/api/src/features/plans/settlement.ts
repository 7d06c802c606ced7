import { EditItem, SameWorkChoice, type Doubt, type SettleDoubt, type Timing } from '@phancong/contracts';

import type { DoubtRow, PlanItemRow } from './plan-review.repository.js';
import type { RowWords } from './review-changes.js';

type Changes = EditItem['changes'];
type Field = keyof Changes;

/** What an answer to a doubt brings beside closing it. */
export interface Settlement {
  /** Kept with the doubt. */
  value: unknown;
  /** Written into the row. */
  changes: Changes;
  /** Said of a name, for the whole plan. */
  named: { name: string; unitIds: string[] } | null;
}

const fieldSchemas = EditItem.shape.changes.shape;
const isField = (field: string | null): field is Field => field !== null && field in fieldSchemas;

const noTiming: Timing = {
  text: null,
  inheritedFrom: null,
  windows: [],
  deadline: null,
  recurrence: [],
  asNeeded: false,
};

/** What "leave it blank" writes; a row is never left without its ref. */
const blanks: Omit<Required<Changes>, 'ref'> = {
  title: '',
  text: '',
  unitOfMeasure: null,
  leads: [],
  coordinators: [],
  timing: noTiming,
  targets: [],
  handsOffTo: [],
  receivesFrom: [],
  approvers: [],
  deliverable: null,
  budgetVnd: null,
};

/** Doubts about a name: answering says whom the name means, the words of the document stay. */
const aboutNames = new Set<Doubt['code']>(['UNNAMED_UNIT', 'UNKNOWN_UNIT']);

/** The name that a doubt is about: the one of the row's names that its sentence quotes. */
export function nameInDoubt(doubt: Doubt, row: Pick<PlanItemRow, 'leads' | 'coordinators'>): string | null {
  if (doubt.field !== 'leads' && doubt.field !== 'coordinators') return null;
  return row[doubt.field].find((name) => doubt.message.vi.includes(`«${name}»`)) ?? null;
}

/** The ref, as it was read, of the row that this one is the same work as; null where the answer says nothing of that kind. */
export function sameWorkOf({ code, choices }: Doubt, answer: SettleDoubt['answer']): string | null {
  if (code !== 'SAME_WORK' || answer.kind !== 'choose') return null;
  const chosen = SameWorkChoice.safeParse(choices[answer.position]?.value);
  return chosen.success ? chosen.data.sameAs : null;
}

/** One name of a list changed for another, where the doubt is how a name was printed. */
function replaceName(doubt: Doubt, row: PlanItemRow, value: string): Changes {
  if (doubt.field !== 'leads' && doubt.field !== 'coordinators') return {};
  const spellings = doubt.choices.map((choice) => choice.value);
  return { [doubt.field]: row[doubt.field].map((name) => (spellings.includes(name) ? value : name)) };
}

/** A chosen value goes into the field of the doubt if it fits there; a plain yes or no changes nothing. */
function changesOf(doubt: Doubt, row: PlanItemRow, value: unknown): Changes {
  if (!isField(doubt.field) || aboutNames.has(doubt.code)) return {};
  if (doubt.code === 'ODD_TEXT' && typeof value === 'string') return replaceName(doubt, row, value);
  if (value === null) return doubt.field === 'ref' ? {} : { [doubt.field]: blanks[doubt.field] };
  const fitting = fieldSchemas[doubt.field].safeParse(value);
  return fitting.success ? { [doubt.field]: fitting.data } : {};
}

/**
 * What a person's answer to a doubt does. `accept` keeps what was read; `choose` writes the choice into the row; `units` says
 * whom a name means, or fills an empty cell with units by name. Null when the answer does not fit the doubt.
 */
export function settlementOf(
  doubt: Doubt,
  answer: SettleDoubt['answer'],
  row: PlanItemRow | null,
  nameOf: (unitId: string) => string | undefined,
): Settlement | null {
  if (answer.kind === 'accept') return { value: null, changes: {}, named: null };
  if (answer.kind === 'note') return { value: answer.note, changes: {}, named: null };
  if (answer.kind === 'choose') {
    const choice = doubt.choices[answer.position];
    return choice
      ? { value: choice.value, changes: row ? changesOf(doubt, row, choice.value) : {}, named: null }
      : null;
  }
  if (!row || (doubt.field !== 'leads' && doubt.field !== 'coordinators')) return null;
  const names = answer.unitIds.map(nameOf);
  if (names.includes(undefined)) return null;
  const value = answer.unitIds;
  const name = aboutNames.has(doubt.code) ? nameInDoubt(doubt, row) : null;
  if (name) return { value, changes: {}, named: { name, unitIds: answer.unitIds } };
  return { value, changes: { [doubt.field]: names }, named: null };
}

/**
 * Whether correcting a row answers an open doubt about it: the field that the doubt is about was corrected. A doubt about a
 * name stays while the name stands in the row.
 */
export function answeredByEdit({ doubt, settled_at: settledAt }: DoubtRow, changes: Changes, after: RowWords): boolean {
  if (settledAt !== null || doubt.field === null || !(doubt.field in changes)) return false;
  return !aboutNames.has(doubt.code) || nameInDoubt(doubt, after) === null;
}
