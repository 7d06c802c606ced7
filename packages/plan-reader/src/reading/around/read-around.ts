import type { Doubt, PlanReading, ReadDocument, ReadItem, SourceRow } from '@phancong/contracts';

import { doubtFile } from '../../formats/doubt-file.js';
import type { Grid } from '../../grid/table-rows.js';
import { doubtLeftOut, doubtNoTime, doubtSeveralTerms, quote } from '../prose/doubt-prose.js';
import { doubtUnread } from '../prose/doubt-unread.js';
import type { References } from '../prose/read-references.js';
import { readReferences } from '../prose/read-references.js';
import { collectWork, listSource, titleHeading } from '../prose/read-prose.js';
import { findLikely, findRestated } from './find-restated.js';
import { joinSources } from './join-sources.js';

/** What the prose of a document adds to its table. */
export type AroundReading = {
  items: ReadItem[];
  headings: PlanReading['headings'];
  doubts: Doubt[];
  source: SourceRow[];
  signer: ReadDocument['signer'];
  references: References;
};

/** Refs of the prose are told from those of the table, which often count from I.1 as well: "VB III.1", of the text itself. */
const prefix = 'VB ';

const pointsToTable =
  /(?:nhiệm vụ|nội dung|công việc)[^.;]{0,60}(?:được (?:giao|phân công)|phân công|nêu)[^.;]{0,40}(?:tại|theo|trong|ở) (?:các )?(?:phụ lục|bảng|biểu)/iu;

function tellAgain(ref: string, message: Doubt['message']): Doubt['message'] {
  const renamed = (words: string) => words.replace(` ${ref}`, ` ${prefix}${ref}`);
  return { vi: renamed(message.vi), en: renamed(message.en) };
}

const listRefs = (items: readonly ReadItem[]) => {
  const shown = items.slice(0, 8).map(({ ref, title }) => `${ref} «${quote(title)}»`);
  return items.length > shown.length ? `${shown.join('; ')} …` : shown.join('; ');
};

function doubtRestated(pairs: readonly (readonly [ReadItem, ReadItem])[]): Doubt[] {
  if (pairs.length === 0) return [];
  const list = pairs.map(([clause, row]) => `${clause.ref} = ${row.ref}`).join(', ');
  return [
    doubtFile(
      'AMBIGUOUS',
      `${pairs.length} mục của phần lời văn nhắc lại việc đã có trong bảng nên không lập hai lần (lời văn = bảng: ${list}). Đúng không?`,
      `${pairs.length} clauses of the text say again what the table has and were not made into rows twice (text = table: ${list}). Right?`,
      0.7,
    ),
  ];
}

/** One question for each pair; the first choice makes one row of the two. */
function doubtSameWork(clause: ReadItem, row: ReadItem): Doubt {
  return {
    code: 'SAME_WORK',
    ref: clause.ref,
    field: null,
    message: {
      vi: `Mục ${clause.ref} của phần lời văn («${quote(clause.title)}») và mục ${row.ref} của bảng («${quote(row.title)}») có phải cùng một việc không?`,
      en: `Are clause ${clause.ref} of the text (“${quote(clause.title)}”) and row ${row.ref} of the table (“${quote(row.title)}”) the same work?`,
    },
    choices: [
      {
        value: { sameAs: row.ref },
        words: { vi: `Cùng một việc: gộp vào mục ${row.ref}`, en: `The same: join it to row ${row.ref}` },
      },
      { value: null, words: { vi: 'Hai việc khác nhau', en: 'Two pieces of work' } },
    ],
    confidence: 0.5,
  };
}

function doubtUnassigned(items: readonly ReadItem[]): Doubt[] {
  if (items.length === 0) return [];
  const list = listRefs(items);
  return [
    doubtFile(
      'NOT_READ',
      `Ngoài bảng, phần lời văn có ${items.length} ý giống việc cần làm nhưng không nêu đơn vị, hoặc dẫn chiếu đến bảng, nên chưa lập thành việc: ${list}. Nếu là việc cần theo dõi, hãy thêm dòng.`,
      `Beside the table the text has ${items.length} points that look like work but name no unit, or point to the table, and were not made into rows: ${list}. Add a row where one is to be tracked.`,
      0.7,
    ),
  ];
}

/**
 * Reads the prose that stands around the table of a plan: clauses that give work to an office become items beside those of the table,
 * once each; what is not taken is told. Null where the prose gives no work. The places of `tableItems` are moved to the joined source.
 */
export function readAround(
  grid: Grid,
  tableItems: readonly ReadItem[],
  tableSource: readonly SourceRow[],
  year: number | null,
): AroundReading | null {
  const work = collectWork(grid.around.blocks, { year });
  if (!work) return null;
  const wanted = work.items.filter(({ obligation }) => obligation === 'must');
  const restated = wanted.flatMap((item) => {
    const row = findRestated(item, tableItems);
    return row ? [[item, row] as const] : [];
  });
  const isRestated = new Set(restated.map(([item]) => item));
  const others = wanted.filter((item) => !isRestated.has(item));
  const isTaken = (item: ReadItem) => item.leads.length > 0 && !pointsToTable.test(item.text);
  const items = others.filter(isTaken);
  const doubts = [...doubtRestated(restated), ...doubtUnassigned(others.filter((item) => !isTaken(item)))];
  const refs = new Set(items.map(({ ref }) => ref));
  const own = work.doubts.filter(({ ref }) => ref !== null && refs.has(ref));
  const headings = work.headings.filter(({ ref }) => items.some((item) => item.ref.startsWith(`${ref}.`)));
  const source = listSource(work.paragraphs, headings, items);
  const { references, doubts: missing } = readReferences(work.parts, work.headings, work.leftOut);
  const named = items.map((item): ReadItem => ({
    ...item,
    ref: prefix + item.ref,
    timing: { ...item.timing, inheritedFrom: item.timing.inheritedFrom && prefix + item.timing.inheritedFrom },
  }));
  return {
    items: named,
    headings: headings.map(titleHeading).map(({ ref, title }) => ({ ref: prefix + ref, title })),
    doubts: [
      ...doubts,
      ...named.flatMap((item) => {
        const row = findLikely(item, tableItems);
        return row ? [doubtSameWork(item, row)] : [];
      }),
      ...missing,
      ...own.map((doubt) => ({
        ...doubt,
        ref: prefix + (doubt.ref ?? ''),
        message: tellAgain(doubt.ref ?? '', doubt.message),
      })),
      ...doubtSeveralTerms(named),
      ...doubtNoTime(named),
      ...doubtLeftOut(work.leftOut),
      ...doubtUnread(work.parts, work.items, work.leftOut, work.headings),
    ],
    source: joinSources(
      { source: tableSource, items: tableItems, isReplaced: (row) => grid.around.rows.has(row) },
      { source: source.map((row) => ({ ...row, refs: row.refs.map((ref) => prefix + ref) })), items: named },
    ),
    signer: work.facts.document.signer,
    references,
  };
}
