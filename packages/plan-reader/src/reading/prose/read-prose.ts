import type { Doubt, PlanReading, ReadItem, SourceRow } from '@phancong/contracts';

import type { Block } from '../../formats/blocks.js';
import { letterAt } from '../outline.js';
import { listUnits } from '../list-units.js';
import { collectDuties } from './collect-duties.js';
import type { Duty } from './collect-duties.js';
import { doubtUnread } from './doubt-unread.js';
import { divideDocument } from './divide-document.js';
import type { DividedDocument } from './divide-document.js';
import { doubtLeftOut, doubtNoLead, doubtNoTime, doubtOptional, doubtSeveralTerms } from './doubt-prose.js';
import { inferProvinces } from './infer-province.js';
import { joinLines } from './join-lines.js';
import type { Paragraph } from './join-lines.js';
import { listOccasions } from './list-occasions.js';
import { outlineProse } from './outline-prose.js';
import type { Clause } from './outline-prose.js';
import { readClosing } from './read-closing.js';
import { readDuty } from './read-duty.js';
import { readProseFacts } from './read-prose-facts.js';
import type { ProseFacts } from './read-prose-facts.js';
import { readReferences } from './read-references.js';
import { recogniseSection } from './recognise-section.js';
import { splitDuty, splitReports } from './split-duty.js';

export type ProseReading = Omit<PlanReading, 'file' | 'fileHash'>;

/** The paragraphs of the text as rows of the source, headings and items with their refs. */
export function listSource(
  paragraphs: readonly Paragraph[],
  headings: readonly Clause[],
  items: readonly ReadItem[],
): SourceRow[] {
  const source = paragraphs.map(({ text, line, row, place }): SourceRow => ({
    ...place,
    line,
    row,
    kind: 'text',
    cells: [text],
    refs: [],
  }));
  for (const { paragraph, ref } of headings) {
    const row = source[paragraph.row];
    if (!row) continue;
    row.kind = 'heading';
    row.refs.push(ref);
  }
  for (const { ref, anchors } of items) {
    for (const { row } of anchors.text ?? []) {
      const target = source[row];
      if (!target || target.refs.includes(ref)) continue;
      if (target.kind === 'text') target.kind = 'item';
      target.refs.push(ref);
    }
  }
  return source;
}

/** Names are doubted once for the whole plan: a person who settles a name settles it everywhere. */
function withoutRepeats(doubts: readonly Doubt[]): Doubt[] {
  const seen = new Set<string>();
  return doubts.filter((doubt) => {
    if (!['UNKNOWN_UNIT', 'UNNAMED_UNIT', 'ODD_TEXT'].includes(doubt.code) && doubt.confidence !== 0.5) return true;
    const key = `${doubt.code} ${doubt.field} ${doubt.message.vi.replace(/^Mục \S+:/u, '')}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** A ref that a careless document uses twice is lettered, so that each row has one of its own. */
function takeRef(ref: string, taken: Set<string>): string {
  let free = ref;
  for (let index = 1; taken.has(free); index += 1) free = `${ref}.${letterAt(index)}`;
  taken.add(free);
  return free;
}

/** The duties of the body and of annexes that are about work. */
function findDuties(body: readonly Paragraph[], annexes: ReturnType<typeof divideDocument>['annexes']) {
  const main = outlineProse(body, null);
  const found = collectDuties(main.roots);
  for (const [index, annex] of annexes.entries()) {
    const label = /^(?:phụ lục|phụ biểu|biểu mẫu)\s*(?:số\s*)?([\dIVX]+)/iu.exec(annex.title)?.[1] ?? String(index + 1);
    const { roots, loose } = outlineProse(annex.paragraphs, `PL ${label}`);
    const title = loose[0]?.text ?? annex.title;
    const ownRole = recogniseSection(title.replace(/\(.*$/u, '').trim(), [], 'plain');
    const role = ownRole === 'plain' ? 'forms' : ownRole;
    const part = collectDuties(roots, role);
    found.duties.push(...part.duties);
    found.headings.push(...part.headings);
  }
  return found;
}

/** The work that prose gives, before it is known what else the document holds. */
export type ProseWork = {
  items: ReadItem[];
  doubts: Doubt[];
  leftOut: Duty[];
  headings: Clause[];
  paragraphs: Paragraph[];
  parts: DividedDocument;
  facts: ProseFacts;
  asOf: string;
};

/** Reads whose each clause is, when it is due and what it must reach. Null where the text gives no work to anybody. */
export function collectWork(blocks: readonly Block[], options: { year: number | null }): ProseWork | null {
  const paragraphs = joinLines(blocks);
  const parts = divideDocument(paragraphs);
  const { duties, headings } = findDuties(parts.body, parts.annexes);
  const facts = readProseFacts(parts, options.year);
  const { year } = facts.document;
  const asOf = facts.document.issuedOn ?? (year === null ? '2025-01-01' : `${year}-01-01`);
  const context = { year, asOf };
  const items: ReadItem[] = [];
  const doubts: Doubt[] = [];
  const leftOut: Duty[] = [];
  const taken = new Set<string>(['closing']);
  const groupOf = new Map<string, string>();
  for (const duty of duties.flatMap(splitDuty)) {
    const read = readDuty(duty, context);
    if (!read) {
      leftOut.push(duty);
      continue;
    }
    const split = splitReports(read.item).map((item) => ({ ...item, ref: takeRef(item.ref, taken) }));
    items.push(...split);
    doubts.push(...read.doubts.map((doubt) => ({ ...doubt, ref: split[0]?.ref ?? doubt.ref })));
    if ((duty.role === 'forms' || duty.role === 'work') && !duty.isBullet && !duty.holder && duty.heading === null)
      for (const item of split) groupOf.set(item.ref, duty.siblings);
  }
  if (!items.some(({ obligation }) => obligation === 'must')) return null;
  doubts.push(...inferProvinces(items, groupOf, facts.document.issuer, asOf));
  return { items, doubts: withoutRepeats(doubts), leftOut, headings, paragraphs, parts, facts, asOf };
}

/**
 * Reads a plan written in prose: its outline and its work. Null where the text gives no work to anybody. Everything in parts about
 * work that was not taken stands in a doubt.
 */
export function readProse(blocks: readonly Block[], options: { year: number | null }): ProseReading | null {
  const work = collectWork(blocks, options);
  if (!work) return null;
  const { items, doubts, leftOut, headings, paragraphs, parts, facts, asOf } = work;
  const { references, doubts: missing } = readReferences(parts, headings, leftOut);
  const closing = readClosing(parts.closing, { year: facts.document.year, asOf });
  if (closing) items.push(closing.item);
  return {
    document: facts.document,
    items,
    headings: headings.map(titleHeading),
    calendar: listOccasions(items),
    units: listUnits(items, facts.document.issuer, asOf),
    doubts: [
      ...facts.doubts,
      ...missing,
      ...doubts,
      ...doubtNoLead(items),
      ...doubtOptional(items),
      ...doubtSeveralTerms(items),
      ...doubtNoTime(items),
      ...doubtLeftOut(leftOut),
      ...doubtUnread(parts, items, leftOut, headings),
    ],
    ...references,
    source: listSource(paragraphs, headings, items),
  };
}

export const titleHeading = ({ ref, body }: Clause) => ({ ref, title: body.replace(/[\s:.]+$/u, '') });
