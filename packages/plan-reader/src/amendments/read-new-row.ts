import type { TableItem } from '@phancong/contracts';
import { splitUnitList } from '@phancong/units';

import { toTiming } from '../reading/read-item-timing.js';
import { readLabelled } from './field-names.js';

/** What the new words of an order are read with: the year of the plan that is amended. */
export type WordsContext = { year: number | null };

export type NewRow = Omit<TableItem, 'ref'> & { ref: string | null };

const leadClause =
  /(?:^|[.;\n]\s*)(?:giao (?:cho )?)?([\p{Lu}][^.;\n]*?)\s+(?:là đơn vị )?chủ trì\s*[,;]?\s*(?:phối hợp (?:với |cùng (?:với )?)?([^.;\n]+?))?(?=\s+(?:tổ chức|thực hiện|triển khai|xây dựng|tham mưu|hướng dẫn)|[.;\n]|$)/u;

export const namesIn = (words: string): string[] => splitUnitList(words).map(({ name }) => name);

/** "…; hoàn thành trước ngày 30/11/2026": when a row described in running text is due. */
const term =
  /(?:hoàn thành|thực hiện|xong|thời gian)\s*:?\s*((?:trước|chậm nhất|trong|vào|đến hết|từ|ngày|tháng|quý|hằng|hàng)\s[^.;\n]+)/iu;

/** The value of a field from the words of a document, in the shape in which a row keeps it. */
export function valueOf(field: keyof TableItem, words: string, { year }: WordsContext): Partial<TableItem> {
  switch (field) {
    case 'timing':
      return { timing: toTiming(words, year, /trước|hạn|đến hết|chậm nhất/iu.test(words) ? 'deadline' : 'time') };
    case 'leads':
    case 'coordinators':
    case 'handsOffTo':
    case 'receivesFrom':
    case 'approvers':
      return { [field]: namesIn(words) };
    case 'targets':
      return {};
    default:
      return { [field]: words };
  }
}

/**
 * A row that an amendment adds, from the words that describe it: its number, its title up to the first labelled field, the
 * labelled fields, and in running text "X chủ trì, phối hợp với Y".
 */
export function readNewRow(text: string, context: WordsContext): NewRow {
  const mark = /^\s*((?:[IVX]+|\d{1,2})(?:\.\d{1,2})*(?:\.[a-zđ])?|[a-zđ])[.)]?\s+(?=\S)/u.exec(text);
  const body = text.slice(mark?.[0].length ?? 0).trim();
  const labelled = readLabelled(body);
  const first = labelled[0] ? body.slice(0, labelled[0].start).replace(/[-+•;,.:\s]*[^\n:]*:\s*$/u, '') : body;
  const [title = '', ...rest] = first.split(/\n|(?<=[.;])\s+(?=\p{Lu})/u).map((line) => line.trim());
  const item: NewRow = {
    ref: mark?.[1] ?? null,
    title: title.replace(/[.;,:]+$/u, ''),
    text: rest.join('\n').trim(),
    unitOfMeasure: null,
    leads: [],
    coordinators: [],
    timing: toTiming('', context.year, 'time'),
    targets: [],
    handsOffTo: [],
    receivesFrom: [],
    approvers: [],
  };
  for (const { field, start, end } of labelled) {
    Object.assign(item, valueOf(field, body.slice(start, end).trim(), context));
  }
  const led = item.leads.length === 0 ? leadClause.exec(first) : null;
  if (led) {
    item.leads = namesIn(led[1] ?? '');
    item.coordinators = led[2] ? namesIn(led[2]) : item.coordinators;
  }
  const due = item.timing.text === null ? term.exec(first)?.[1] : undefined;
  if (due) Object.assign(item, valueOf('timing', due, context));
  return item;
}
