import { readTiming } from '@phancong/calendar';
import { opensName, readNames, resolveUnitName, splitUnitList } from '@phancong/units';

import { meaningOf as wordsMean } from './recognise-columns.js';
import type { Column } from './recognise-columns.js';
import { tidyWords } from './tidy-words.js';

/** Columns that were understood by what stands below them, and which of them hold the leads by that alone. */
export type ContentColumns = { columns: (Column | null)[]; leadsAt?: number };

/** From this share of its filled cells on, a column is of one kind. */
const most = 0.6;
const fewestSentenceCharacters = 14;

/** "Sở Y tế; các xã", "Phòng A chủ trì, phối hợp …": the cell begins with an office and is short, as a list of offices is. */
function namesOffices(cell: string): boolean {
  const [first] = splitUnitList(cell);
  if (!first || cell.length > 300) return false;
  const known = resolveUnitName(first.name, { asOf: '2025-01-01' }).kind;
  if (known === 'unit' || known === 'class' || known === 'generic') return true;
  if (!opensName(first.name)) return false;
  const names = readNames(first.name, 0);
  return names !== null && names.end >= first.name.length * 0.8;
}

function saysWhen(cell: string): boolean {
  if (cell.length > 80) return false;
  const { windows, deadline, recurrence, asNeeded } = readTiming(cell, { year: 2025 });
  return windows.length > 0 || deadline !== null || recurrence.length > 0 || asNeeded;
}

/** False for words that stand in a row and not in a header: a count, a time, the name of one office. */
export function mayHead(cell: string): boolean {
  if (cell === '') return true;
  if (/^[\d.,/() -]+$/u.test(cell) || saysWhen(cell)) return false;
  const { kind } = resolveUnitName(cell, { asOf: '2025-01-01' });
  return kind !== 'unit' && kind !== 'class';
}

const isSentence = (cell: string) => cell.length >= fewestSentenceCharacters && /\p{L}+ \p{L}+ \p{L}+/u.test(cell);

function isMostly(cells: readonly string[], test: (cell: string) => boolean): boolean {
  const filled = cells.filter(Boolean);
  return filled.length > 0 && filled.filter(test).length >= filled.length * most;
}

/** Words of a header that stand over offices, whatever they are said to do. */
const overOffices =
  /^(?:các )?(?:cơ quan|đơn vị|lực lượng|bộ phận|phòng|ban|khoa|tổ|đội|cấp|sở|nơi|địa phương|chủ thể|trách nhiệm)(?![\p{L}])/iu;
const overPartners = /phối hợp|tham gia|hỗ trợ|phối thuộc|liên quan/iu;
/** Offices of another part than to do the work: who leads from above, who gets the product, where it is kept. */
const overOthers = /trình|phê duyệt|chỉ đạo|lãnh đạo|nhận|thẩm định|kiểm tra|giám sát|ban hành|quyết định|quản lý/iu;

/**
 * Completes the meaning of columns by what stands below them: offices, times, sentences. `columns` is what the words of the header
 * said; a word that says something is believed before the cells. What even the cells do not tell stays open.
 */
export function completeByContent(
  headers: readonly string[],
  columns: readonly (Column | null)[],
  below: readonly (readonly string[])[],
): ContentColumns {
  const found = [...columns];
  const cellsAt = (index: number) => below.map((row) => tidyWords(row[index] ?? ''));
  const free = () => found.flatMap((column, index) => (column === null ? [index] : []));
  const leads = free().filter((index) => isMostly(cellsAt(index), namesOffices));
  let leadsAt: number | undefined;
  if (!found.includes('leads')) {
    const doers = leads.filter(
      (index) => !overPartners.test(headers[index] ?? '') && !overOthers.test(headers[index] ?? ''),
    );
    leadsAt = doers.find((index) => overOffices.test(headers[index] ?? '')) ?? doers[0];
    if (leadsAt !== undefined) found[leadsAt] = 'leads';
  }
  if (!found.includes('coordinators')) {
    const partners = leads.find((index) => found[index] === null && overPartners.test(headers[index] ?? ''));
    if (partners !== undefined) found[partners] = 'coordinators';
  }
  if (!found.includes('timing')) {
    // A first column under a short word was taken for the count of the rows, until its cells say when: "Đợt 1: từ … đến …".
    const unsure = found[0] === 'mark' && wordsMean(headers[0] ?? '') === null ? [0] : [];
    const times = [...free(), ...unsure].find((index) => isMostly(cellsAt(index), saysWhen));
    if (times !== undefined) found[times] = 'timing';
  }
  // "Yêu cầu" says what is asked of the work, where another column says the work itself and in every row.
  const asked = found.indexOf('title');
  if (asked >= 0 && wordsMean(headers[asked] ?? '') === 'text') {
    const count = (index: number) => cellsAt(index).filter(Boolean).length;
    const work = free().find((index) => isMostly(cellsAt(index), isSentence) && count(index) > count(asked));
    if (work !== undefined) {
      found[asked] = 'text';
      found[work] = 'title';
    }
  }
  if (!found.includes('title')) {
    const work = free().find((index) => isMostly(cellsAt(index), isSentence));
    if (work !== undefined) found[work] = 'title';
  }
  return { columns: found, ...(leadsAt === undefined ? {} : { leadsAt }) };
}
