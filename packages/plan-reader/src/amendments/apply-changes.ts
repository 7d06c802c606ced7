import type { AmendmentChange, Doubt, TableField, TableItem, Target } from '@phancong/contracts';
import { resolveUnitName } from '@phancong/units';

import { sameUnits } from './same-meaning.js';
import { namesIn, valueOf, type WordsContext } from './read-new-row.js';

export type AmendedTable = { table: TableItem[]; doubts: Doubt[] };

const listFields = ['leads', 'coordinators', 'handsOffTo', 'receivesFrom', 'approvers'] as const;
type ListField = (typeof listFields)[number];
const isList = (field: TableField): field is ListField => (listFields as readonly TableField[]).includes(field);

const wordsIn = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : Array.isArray(value)
      ? value.filter((one) => typeof one === 'string').join('; ')
      : '';

const doubt = (ref: string | null, field: string | null, vi: string, en: string): Doubt => ({
  code: 'AMBIGUOUS',
  ref,
  field,
  message: { vi, en },
  choices: [{ value: null, words: { vi: 'Đã xem, giữ như vậy', en: 'Seen, keep it' } }],
  confidence: 0.4,
});

/** Rows that a ref of the amendment means: the row itself, one row that ends so, or all rows below a heading. */
function findRows(table: readonly TableItem[], ref: string): number[] {
  const places = (same: (candidate: string) => boolean) => [...table.keys()].filter((at) => same(table[at]?.ref ?? ''));
  const exact = places((candidate) => candidate === ref);
  if (exact.length > 0) return exact;
  const ending = places((candidate) => candidate.endsWith(`.${ref}`) || candidate.endsWith(` ${ref}`));
  if (ending.length === 1) return ending;
  const below = places((candidate) => candidate.startsWith(`${ref}.`));
  return ending.length === 0 ? below : [];
}

function replacePhrase(item: TableItem, from: string, to: string, context: WordsContext): TableItem | null {
  const swap = (words: string) => words.replaceAll(from, to);
  const timing = item.timing.text?.includes(from)
    ? (valueOf('timing', swap(item.timing.text), context).timing ?? item.timing)
    : item.timing;
  const next: TableItem = {
    ...item,
    title: swap(item.title),
    text: swap(item.text),
    unitOfMeasure: item.unitOfMeasure && swap(item.unitOfMeasure),
    timing,
    ...Object.fromEntries(listFields.map((field) => [field, item[field].map(swap).filter((name) => name !== '')])),
  };
  return JSON.stringify(next) === JSON.stringify(item) ? null : next;
}

function changeMembers(item: TableItem, field: ListField, { how, from, to }: AmendmentChange, asOf: string): TableItem {
  const coming = namesIn(wordsIn(to));
  const leaving = namesIn(wordsIn(from));
  const has = (names: readonly string[], name: string) => names.some((other) => sameUnits([other], [name], asOf));
  if (how === 'append') {
    return { ...item, [field]: [...item[field], ...coming.filter((name) => !has(item[field], name))] };
  }
  if (how === 'remove') return { ...item, [field]: item[field].filter((name) => !has(leaving, name)) };
  const partly = leaving.length > 0 && item[field].some((name) => !has(leaving, name));
  if (!partly) return { ...item, [field]: coming };
  // One of several units gives way to another; the others stay where they are.
  let placed = false;
  const names = item[field].flatMap((name) => {
    if (!has(leaving, name)) return [name];
    const own = placed ? [] : coming;
    placed = true;
    return own;
  });
  return { ...item, [field]: placed ? names : [...names, ...coming] };
}

/** Whether the row really says what the amendment says that it says. */
function saysBefore(item: TableItem, field: TableField, from: unknown, asOf: string): boolean {
  const words = wordsIn(from);
  if (words === '') return true;
  if (isList(field)) {
    return namesIn(words).every((name) => item[field].some((own) => sameUnits([own], [name], asOf)));
  }
  const own = field === 'timing' ? (item.timing.text ?? '') : wordsIn(item[field]);
  return own.normalize('NFC').toLowerCase().includes(words.normalize('NFC').toLowerCase());
}

type Context = WordsContext & { asOf: string };

function changeRow(item: TableItem, change: AmendmentChange, context: Context, doubts: Doubt[]): TableItem {
  const { field, from, to } = change;
  if (field === null) return item;
  if (!saysBefore(item, field, from, context.asOf)) {
    doubts.push(
      doubt(
        item.ref,
        field,
        `${change.clause}: văn bản ghi nội dung cũ của mục ${item.ref} là «${wordsIn(from)}», bảng hiện hành ghi khác.`,
        `${change.clause}: the document says that row ${item.ref} said “${wordsIn(from)}”; the table in force says otherwise.`,
      ),
    );
  }
  if (isList(field)) {
    const next = changeMembers(item, field, change, context.asOf);
    for (const name of next[field].filter((name) => !item[field].includes(name))) {
      if (resolveUnitName(name, { asOf: context.asOf }).kind !== 'unknown') continue;
      const vi = `${change.clause}: không nhận ra đơn vị «${name}» ở mục ${item.ref}.`;
      doubts.push(doubt(item.ref, field, vi, `${change.clause}: the unit “${name}” of row ${item.ref} is not known.`));
    }
    return next;
  }
  if (field === 'targets') {
    if (Array.isArray(to)) return { ...item, targets: to as Target[] };
    doubts.push(
      doubt(
        item.ref,
        field,
        `${change.clause}: chỉ tiêu mới của mục ${item.ref} là «${wordsIn(to)}»; hãy nhập lại chỉ tiêu.`,
        `${change.clause}: the new target of row ${item.ref} is “${wordsIn(to)}”; enter it by hand.`,
      ),
    );
    return item;
  }
  return { ...item, ...valueOf(field, wordsIn(to), context) };
}

function placeFor(table: readonly TableItem[], { ref, after }: AmendmentChange): number {
  if (after) {
    const [above] = findRows(table, after).slice(-1);
    if (above !== undefined) return above + 1;
  }
  const parent = (ref ?? '').split('.').slice(0, -1).join('.');
  const last =
    parent === '' ? -1 : table.findLastIndex((item) => item.ref === parent || item.ref.startsWith(`${parent}.`));
  return last < 0 ? table.length : last + 1;
}

/**
 * The table that an amendment leaves: the changes put into the version that they amend, one after the other. What cannot be
 * placed – a row that is not there, words that the row does not say – is a doubt, and never guessed.
 */
export function applyChanges(
  base: readonly TableItem[],
  changes: readonly AmendmentChange[],
  context: Context,
): AmendedTable {
  let table = [...base];
  const doubts: Doubt[] = [];
  const missing = ({ clause, ref }: AmendmentChange) =>
    doubts.push(
      doubt(
        ref,
        null,
        `${clause}: bảng hiện hành không có mục ${ref}. Hãy chọn dòng và tự sửa.`,
        `${clause}: the table in force has no row ${ref}. Choose the row and change it by hand.`,
      ),
    );
  for (const change of changes) {
    if (change.op === 'add') {
      const item = change.to as TableItem;
      if (item.ref === '' || table.some(({ ref }) => ref === item.ref)) {
        doubts.push(
          doubt(
            item.ref || null,
            null,
            `${change.clause}: dòng bổ sung «${item.title}» chưa có số mục riêng. Hãy tự thêm dòng.`,
            `${change.clause}: the row “${item.title}” to be added has no ref of its own. Add it by hand.`,
          ),
        );
        continue;
      }
      table.splice(placeFor(table, change), 0, item);
      continue;
    }
    const places = change.ref === null ? [...table.keys()] : findRows(table, change.ref);
    if (places.length === 0) {
      missing(change);
      continue;
    }
    if (change.op === 'delete') {
      table = table.filter((_, at) => !places.includes(at));
    } else if (change.how === 'phrase') {
      const [from, to] = [wordsIn(change.from), wordsIn(change.to)];
      const swapped = places.map((at) => [at, replacePhrase(table[at] as TableItem, from, to, context)] as const);
      for (const [at, item] of swapped) if (item) table[at] = item;
      if (swapped.every(([, item]) => item === null)) {
        const where = change.ref ? ` ở mục ${change.ref}` : '';
        doubts.push(
          doubt(
            change.ref,
            null,
            `${change.clause}: không tìm thấy cụm từ «${from}»${where}.`,
            `${change.clause}: the words “${from}” were not found${change.ref ? ` in row ${change.ref}` : ''}.`,
          ),
        );
      }
    } else {
      for (const at of places) table[at] = changeRow(table[at] as TableItem, change, context, doubts);
    }
  }
  return { table, doubts };
}
