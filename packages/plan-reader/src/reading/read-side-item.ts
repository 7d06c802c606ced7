import type { Anchor, Doubt, ReadItem, Timing } from '@phancong/contracts';

import type { Piece } from '../grid/table-rows.js';
import * as doubt from './doubts.js';
import type { FilledField, FilledRow } from './fill-merged-cells.js';
import { anchorOf, anchorsOf, joinWords } from './item-words.js';
import { bindToProvinces, doubtPerProvince, findTargets } from './place-targets.js';
import { addFrequencies, toTiming } from './read-item-timing.js';
import { readFanOut, readUnits } from './read-item-units.js';
import type { ReadingContext } from './reading-context.js';
import { recogniseKind } from './recognise-kind.js';
import type { SideParagraph } from './split-side-paragraph.js';

/** The words between the brackets that follow a target. */
function anchorOfBrackets(piece: Piece, from: number, match: RegExpExecArray): Anchor {
  const start = from + match[0].indexOf('(') + 1;
  return anchorOf(piece, start, start + (match[1] ?? '').length);
}

/** The duty in a side paragraph becomes an item of its own under the row whose cell holds it. */
export function readSideItem(
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
  const { budgetVnd: _ofHost, ...shared } = host;
  return {
    ...shared,
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
export function withoutSide(field: FilledField, side: SideParagraph): FilledField {
  const pieces = field.pieces.flatMap((piece): Piece[] => {
    if (piece !== side.piece) return [piece];
    const text = `${piece.text.slice(0, side.start)}${piece.text.slice(side.end)}`.trim();
    return text ? [{ ...piece, text }] : [];
  });
  return { ...field, pieces };
}
