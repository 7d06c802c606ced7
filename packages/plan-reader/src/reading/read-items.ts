import type { Doubt, ReadItem, Target, Timing } from '@phancong/contracts';

import { wordPeriods } from '../grid/period-columns.js';
import type { Piece } from '../grid/table-rows.js';
import * as doubt from './doubts.js';
import type { FillColumn, FilledField, FilledRow } from './fill-merged-cells.js';
import { anchorOf, anchorsOf, joinWords } from './item-words.js';
import { letterAt } from './outline.js';
import { bindToProvinces, doubtPerProvince, findTargets } from './place-targets.js';
import { readClauseTiming } from './prose/read-clause-timing.js';
import { readBudget } from './read-budget.js';
import { addFrequencies, addWordsOfTitle, toTiming } from './read-item-timing.js';
import { readFanOut, readUnits } from './read-item-units.js';
import { readSideItem, withoutSide } from './read-side-item.js';
import type { ReadingContext } from './reading-context.js';
import { recogniseKind } from './recognise-kind.js';
import { splitFirst, splitRoles } from './split-roles.js';
import { findSideParagraph } from './split-side-paragraph.js';

export type ItemsReading = { items: ReadItem[]; doubts: Doubt[] };

/** "- Hội nghị - Thông tin báo chí" lists two units of measure; they are joined by ";". */
function readUnitOfMeasure(pieces: readonly Piece[]): string | null {
  const words = joinWords(pieces);
  if (words === '') return null;
  if (!/^[-+•]\s/.test(words)) return words;
  return words
    .split(/(?:^|\s)[-+•]\s+/)
    .filter(Boolean)
    .join('; ');
}

/** A column for the first day and one for the last say one range; marks in the columns of a schedule say its parts. */
function joinTimes(pieces: readonly Piece[]): string {
  const at = (bound: Piece['bound']) => joinWords(pieces.filter((piece) => piece.bound === bound));
  const [start, end] = [at('start'), at('end')];
  const before = at('before');
  if (before && /^(?:ngày )?\d/iu.test(before)) return `trước ${before}`;
  const drawn = pieces.flatMap(({ period }) => period ?? []);
  if (drawn.length > 0)
    return [wordPeriods(drawn), joinWords(pieces.filter(({ period }) => !period))].filter(Boolean).join('; ');
  return start && end ? `Từ ${start} đến ${end}` : joinWords(pieces);
}

/** A column for when the work runs beside one for its term: each is read as what it asks. Null where only one is filled. */
function withTerm(pieces: readonly Piece[], { year }: ReadingContext): Timing | null {
  const free = pieces.filter(({ bound, period }) => !bound && !period);
  const ends = pieces.filter(({ bound }) => bound === 'end');
  if (free.length === 0 || ends.length === 0) return null;
  const [runs, term] = [toTiming(joinWords(free), year, 'time'), toTiming(joinWords(ends), year, 'deadline')];
  return {
    ...runs,
    text: [runs.text, term.text].filter(Boolean).join('; '),
    windows: [...runs.windows, ...term.windows],
    recurrence: [...runs.recurrence, ...term.recurrence],
    deadline: term.deadline ?? runs.deadline,
    asNeeded: runs.asNeeded || term.asNeeded,
  };
}

/** Says of each filled cell where it came from, and marks the field as not stated by the row itself. */
function noteFilledCell(
  ref: string,
  column: FillColumn,
  field: FilledField,
  value: unknown,
  inferred: string[],
  doubts: Doubt[],
): void {
  if (field.from === null || field.pieces.length === 0) return;
  inferred.push(column);
  if (field.how === 'split') {
    const why = {
      vi: `ô này chỉ có đoạn đã tách thành mục riêng nên lấy theo mục ${field.from}`,
      en: `the cell holds only the paragraph that became a row of its own, so the value of row ${field.from} was taken`,
    };
    doubts.push(doubt.doubtInferred(ref, column, value, why));
    return;
  }
  doubts.push(
    field.how === 'below'
      ? doubt.doubtFromBelow(ref, column, field.from, value)
      : doubt.doubtInherited(ref, column, field.from, value, field.how === 'span'),
  );
}

/** "Đề nghị Hội Nông dân xã" in the cell of the leads: asked, and not ordered. */
function withoutRequest(pieces: readonly Piece[]): { pieces: Piece[]; isAsked: boolean } {
  let isAsked = false;
  const rest = pieces.map((piece): Piece => {
    const [words] = /^(?:Đề nghị|Kiến nghị|Mời) (?=\p{Lu}|các )/u.exec(piece.text) ?? [''];
    isAsked ||= words !== '';
    return { ...piece, text: piece.text.slice(words.length), from: (piece.from ?? 0) + words.length };
  });
  return { pieces: rest, isAsked };
}

/** What the row makes and what it costs, where the table says it. */
function readProduct(
  { row }: FilledRow,
  { budgetHeader = '' }: ReadingContext,
): Pick<ReadItem, 'deliverable' | 'budgetVnd'> {
  const deliverable = joinWords(row.fields.deliverable ?? []);
  const budgetVnd = readBudget(joinWords(row.fields.budget ?? []), budgetHeader);
  return { ...(deliverable === '' ? {} : { deliverable }), ...(budgetVnd === null ? {} : { budgetVnd }) };
}

function readRow(row: FilledRow, textField: FilledField, context: ReadingContext, doubts: Doubt[]): ReadItem {
  const { ref, filled } = row;
  const inferred: string[] = [];
  const title = joinWords(filled.title.pieces);
  const text = joinWords(textField.pieces);
  const unitOfMeasure = readUnitOfMeasure(filled.unitOfMeasure.pieces);
  const { pieces: leadPieces, isAsked } = withoutRequest(filled.leads.pieces);
  const stated = splitRoles(leadPieces);
  const guessed = stated || !context.sharedLeads ? null : splitFirst(leadPieces);
  const roles = stated ?? guessed;
  const leads = readUnits(ref, 'leads', roles?.leads ?? leadPieces, context, doubts);
  const partners = [...(roles?.coordinators ?? []), ...filled.coordinators.pieces];
  const coordinators = readUnits(ref, 'coordinators', partners, context, doubts);
  if (guessed) doubts.push(doubt.doubtSharedCell(ref, leads.names, coordinators.names));
  const timePieces = filled.timing.pieces.length > 0 ? filled.timing.pieces : (roles?.timing ?? []);
  const saysEndAlone = timePieces.length > 0 && timePieces.every(({ bound }) => bound === 'end');
  const fromText =
    context.timesInText && timePieces.length === 0
      ? readClauseTiming([...filled.title.pieces, ...textField.pieces], context.year)
      : null;
  const timing: Timing =
    fromText?.timing ??
    withTerm(timePieces, context) ??
    toTiming(joinTimes(timePieces), context.year, saysEndAlone ? 'deadline' : context.timingColumn);
  timing.inheritedFrom = filled.timing.from;

  const targets = findTargets(textField.how === 'own' ? textField.pieces : [], title);
  addFrequencies(timing, targets, true);
  addWordsOfTitle(timing, title);
  if (bindToProvinces(targets, leads.names, context.asOf)) doubts.push(doubtPerProvince(ref, targets));
  noteFilledCell(ref, 'title', filled.title, title, inferred, doubts);
  noteFilledCell(ref, 'unitOfMeasure', filled.unitOfMeasure, unitOfMeasure, inferred, doubts);
  noteFilledCell(ref, 'timing', filled.timing, timing.text, inferred, doubts);
  noteFilledCell(ref, 'leads', filled.leads, leads.names, inferred, doubts);
  noteFilledCell(ref, 'coordinators', filled.coordinators, coordinators.names, inferred, doubts);
  noteFilledCell(ref, 'text', textField, text, inferred, doubts);
  if (row.row.pageSplit) {
    doubts.push(
      doubt.doubtSplit(
        ref,
        `Mục ${ref} bị ngắt trang; phần tiếp theo ở dòng ${row.row.lastLine} đã được nối vào.`,
        `Row ${ref} is cut by a page break; its continuation on line ${row.row.lastLine} was joined.`,
        0.95,
      ),
    );
  }
  return {
    ref,
    title,
    text,
    unitOfMeasure,
    leads: leads.names,
    coordinators: coordinators.names,
    timing,
    targets: targets.map(({ target }): Target => target),
    fansOutTo: readFanOut(leads.names, context.asOf),
    kind: recogniseKind(title, row.headingTitles, text),
    handsOffTo: [],
    receivesFrom: [],
    approvers: [],
    ...readProduct(row, context),
    obligation: 'must',
    ...(isAsked ? { mode: 'request' as const } : {}),
    inferred,
    parentRef: row.parentRef,
    anchors: anchorsOf({
      title: filled.title.pieces.map((piece) => anchorOf(piece)),
      text: textField.pieces.map((piece) => anchorOf(piece)),
      unitOfMeasure: filled.unitOfMeasure.pieces.map((piece) => anchorOf(piece)),
      leads: leads.anchors,
      coordinators: coordinators.anchors,
      timing: fromText?.anchors ?? timePieces.map((piece) => anchorOf(piece)),
      targets: targets.map(({ piece, start, end }) => anchorOf(piece, start, end)),
      deliverable: (row.row.fields.deliverable ?? []).map((piece) => anchorOf(piece)),
      budgetVnd: (row.row.fields.budget ?? []).map((piece) => anchorOf(piece)),
    }),
    source: { lines: [row.row.line, row.row.lastLine] },
  };
}

/** The first of "II.2.a", "II.2.b" … that no row of the table has. */
function freeRefUnder(ref: string, taken: ReadonlySet<string>): string {
  for (let index = 0; ; index += 1) {
    const candidate = `${ref}.${letterAt(index)}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** Reads every filled row into an item, and a paragraph with its own lead inside a work cell into another. */
export function readItems(rows: readonly FilledRow[], context: ReadingContext): ItemsReading {
  const items: ReadItem[] = [];
  const doubts: Doubt[] = [];
  const refs = new Set(rows.map((row) => row.ref));
  let previous: { row: FilledRow; text: FilledField } | null = null;
  for (const row of rows) {
    const ownPieces = row.filled.text.how === 'own' ? row.filled.text.pieces : [];
    const side =
      ownPieces.map((piece) => findSideParagraph(piece, context.asOf)).find((found) => found !== null) ?? null;
    let text = side ? withoutSide(row.filled.text, side) : row.filled.text;
    if (side && text.pieces.length === 0 && previous?.row.block === row.block) {
      text = { pieces: previous.text.pieces, from: previous.text.from ?? previous.row.ref, how: 'split' };
    }
    const item = readRow(row, text, context, doubts);
    items.push(item);
    if (side) {
      const ref = freeRefUnder(row.ref, refs);
      refs.add(ref);
      items.push(readSideItem(ref, item, row, side, context, doubts));
    }
    previous = { row, text };
  }
  return { items, doubts };
}
