import type { Anchor, Doubt, FanOut, ItemField, ReadItem, Target, Timing } from '@phancong/contracts';
import { resolveUnitName, splitUnitList } from '@phancong/units';

import type { Piece } from '../grid/table-rows.js';
import * as doubt from './doubts.js';
import type { FillColumn, FilledField, FilledRow } from './fill-merged-cells.js';
import { letterAt } from './outline.js';
import { addFrequencies, addWordsOfTitle, toTiming } from './read-item-timing.js';
import { readTargets } from './read-targets.js';
import type { FoundTarget } from './read-targets.js';
import { recogniseKind } from './recognise-kind.js';
import { findSideParagraph } from './split-side-paragraph.js';
import type { SideParagraph } from './split-side-paragraph.js';

export type ReadingContext = { year: number | null; asOf: string; timingColumn: 'time' | 'deadline' };
type PlacedTarget = FoundTarget & { piece: Piece };
export type ItemsReading = { items: ReadItem[]; doubts: Doubt[] };

function joinWords(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => piece.text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function anchorOf(piece: Piece, start = 0, end = piece.text.length): Anchor {
  return { line: piece.line, row: piece.row, cell: piece.cell, start, end };
}

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

type ReadUnits = { names: string[]; anchors: Anchor[] };

function readUnits(
  ref: string,
  field: 'leads' | 'coordinators',
  pieces: readonly Piece[],
  context: ReadingContext,
  doubts: Doubt[],
): ReadUnits {
  const names: string[] = [];
  const anchors: Anchor[] = [];
  for (const piece of pieces) {
    for (const { name, start, end } of splitUnitList(piece.text)) {
      const resolution = resolveUnitName(name, { asOf: context.asOf });
      if (resolution.kind === 'generic') doubts.push(doubt.doubtUnnamedUnit(ref, field, name));
      if (resolution.kind === 'unknown') doubts.push(doubt.doubtUnknownUnit(ref, field, name));
      if (resolution.kind === 'class' && resolution.key === 'bhxh-cac-cap')
        doubts.push(doubt.doubtAllLevels(ref, field, name));
      if (resolution.kind === 'unit' && resolution.outOfTime) doubts.push(doubt.doubtOutOfTime(ref, field, resolution));
      const meant = 'corrected' in resolution && 'name' in resolution ? resolution.name : name;
      if (meant !== name) doubts.push(doubt.doubtOddUnitName(ref, field, name, meant));
      names.push(meant);
      anchors.push(anchorOf(piece, start, end));
    }
  }
  return { names, anchors };
}

function classKeysOf(names: readonly string[], asOf: string): string[] {
  return names.flatMap((name) => {
    const resolution = resolveUnitName(name, { asOf });
    return resolution.kind === 'class' ? [resolution.key] : [];
  });
}

function readFanOut(leads: readonly string[], asOf: string): FanOut {
  const classes = classKeysOf(leads, asOf);
  if (classes.includes('bhxh-cac-cap')) return 'all-subordinate-units';
  if (classes.includes('bhxh-tinh')) return 'provinces';
  return classes.includes('don-vi-truc-thuoc') ? 'central-units' : null;
}

/** A target without a stated "per" counts per province when the duty lies on the provinces alone. */
function bindToProvinces(found: readonly PlacedTarget[], leads: readonly string[], asOf: string): boolean {
  const onlyProvinces = leads.length > 0 && leads.every((name) => classKeysOf([name], asOf).includes('bhxh-tinh'));
  let bound = false;
  for (const entry of found) {
    if (entry.perStated || !entry.periodStated) continue;
    const asked = /đề nghị (?:các )?BHXH (?:các )?tỉnh[^.]{0,60}chỉ tiêu/u.test(entry.piece.text.slice(0, entry.start));
    if (!onlyProvinces && !asked) continue;
    entry.target.per = 'tỉnh';
    bound = true;
  }
  return bound;
}

function doubtPerProvince(ref: string, found: readonly PlacedTarget[]): Doubt {
  return doubt.doubtInferred(
    ref,
    'targets',
    found.map(({ target }) => target),
    {
      vi: 'chỉ tiêu giao cho BHXH tỉnh nên tính cho từng tỉnh',
      en: 'the target is set for provincial offices, so it counts per province',
    },
  );
}

/** Targets keep their place in the very cell, for a cell and its continuation alike. */
function findTargets(pieces: readonly Piece[], title: string): PlacedTarget[] {
  return pieces.flatMap((piece) => readTargets(piece.text, title).map((entry) => ({ ...entry, piece })));
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

function anchorsOf(entries: Partial<Record<ItemField, Anchor[]>>): ReadItem['anchors'] {
  return Object.fromEntries(Object.entries(entries).filter(([, anchors]) => anchors.length > 0));
}

function readRow(row: FilledRow, textField: FilledField, context: ReadingContext, doubts: Doubt[]): ReadItem {
  const { ref, filled } = row;
  const inferred: string[] = [];
  const title = joinWords(filled.title.pieces);
  const text = joinWords(textField.pieces);
  const unitOfMeasure = readUnitOfMeasure(filled.unitOfMeasure.pieces);
  const leads = readUnits(ref, 'leads', filled.leads.pieces, context, doubts);
  const coordinators = readUnits(ref, 'coordinators', filled.coordinators.pieces, context, doubts);
  const timing: Timing = toTiming(joinWords(filled.timing.pieces), context.year, context.timingColumn);
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
    obligation: 'must',
    inferred,
    parentRef: row.parentRef,
    anchors: anchorsOf({
      title: filled.title.pieces.map((piece) => anchorOf(piece)),
      text: textField.pieces.map((piece) => anchorOf(piece)),
      unitOfMeasure: filled.unitOfMeasure.pieces.map((piece) => anchorOf(piece)),
      leads: leads.anchors,
      coordinators: coordinators.anchors,
      timing: filled.timing.pieces.map((piece) => anchorOf(piece)),
      targets: targets.map(({ piece, start, end }) => anchorOf(piece, start, end)),
    }),
    source: { lines: [row.row.line, row.row.lastLine] },
  };
}

/** The words between the brackets that follow a target. */
function anchorOfBrackets(piece: Piece, from: number, match: RegExpExecArray): Anchor {
  const start = from + match[0].indexOf('(') + 1;
  return anchorOf(piece, start, start + (match[1] ?? '').length);
}

/** The duty in a side paragraph becomes an item of its own under the row whose cell holds it. */
function readSideItem(
  ref: string,
  host: ReadItem,
  row: FilledRow,
  side: SideParagraph,
  context: ReadingContext,
  doubts: Doubt[],
): ReadItem {
  const body: Piece = { ...side.piece, text: side.piece.text.slice(side.start, side.end) };
  const text = joinWords([body]);
  const { names: leads } = readUnits(ref, 'leads', [{ ...body, text: side.subject }], context, doubts);
  const found = findTargets([body], side.title);
  const [first] = found;
  const inBrackets = first && /^\s*\(([^)]+)\)/u.exec(body.text.slice(first.end));
  const ownTime = inBrackets ? toTiming((inBrackets[1] ?? '').replaceAll('\n', ' '), context.year, 'time') : null;
  const statesTime = ownTime !== null && (ownTime.windows.length > 0 || ownTime.deadline !== null);
  const timing: Timing = statesTime
    ? ownTime
    : { ...host.timing, recurrence: [...host.timing.recurrence], inheritedFrom: row.ref };
  addFrequencies(timing, found, !statesTime);
  if (bindToProvinces(found, leads, context.asOf)) doubts.push(doubtPerProvince(ref, found));
  readUnits(ref, 'coordinators', row.filled.coordinators.pieces, context, doubts);
  if (host.coordinators.length > 0)
    doubts.push(doubt.doubtInherited(ref, 'coordinators', row.ref, host.coordinators, false));
  const unit = first?.target.unit ?? null;
  const unitOfMeasure = unit ? unit.charAt(0).toUpperCase() + unit.slice(1) : host.unitOfMeasure;
  doubts.push(
    doubt.doubtSplit(
      ref,
      `Trong ô công việc của mục ${row.ref} có một đoạn giao việc riêng cho «${leads.join(', ')}»; đã tách thành mục ${ref}.`,
      `The work cell of row ${row.ref} holds a paragraph with a duty of its own for “${leads.join(', ')}”; it was split off as row ${ref}.`,
      0.8,
    ),
  );
  const shift = (anchor: Anchor): Anchor => ({
    ...anchor,
    start: anchor.start + side.start,
    end: anchor.end + side.start,
  });
  const whole = anchorOf(side.piece, side.start, side.end);
  return {
    ...host,
    ref,
    title: side.title,
    text,
    unitOfMeasure,
    leads,
    coordinators: [...host.coordinators],
    timing,
    targets: found.map(({ target }) => target),
    fansOutTo: readFanOut(leads, context.asOf),
    kind: recogniseKind(side.title, row.headingTitles, text),
    inferred: ['title', 'coordinators', ...(unitOfMeasure ? ['unitOfMeasure'] : []), ...(statesTime ? [] : ['timing'])],
    parentRef: row.ref,
    anchors: anchorsOf({
      title: [whole],
      text: [whole],
      leads: [anchorOf(side.piece, side.subjectStart, side.subjectStart + side.subject.length)],
      coordinators: host.anchors.coordinators ?? [],
      timing:
        statesTime && first && inBrackets
          ? [shift(anchorOfBrackets(side.piece, first.end, inBrackets))]
          : (host.anchors.timing ?? []),
      targets: found.map((entry) => shift(anchorOf(side.piece, entry.start, entry.end))),
    }),
    source: { lines: [side.piece.line, side.piece.line] },
  };
}

/** What is left of a work cell once a paragraph has become an item of its own. */
function withoutSide(field: FilledField, side: SideParagraph): FilledField {
  const pieces = field.pieces.flatMap((piece): Piece[] => {
    if (piece !== side.piece) return [piece];
    const text = `${piece.text.slice(0, side.start)}${piece.text.slice(side.end)}`.trim();
    return text ? [{ ...piece, text }] : [];
  });
  return { ...field, pieces };
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
