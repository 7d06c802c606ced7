import type { Anchor, Doubt, FanOut } from '@phancong/contracts';
import { resolveUnitName, splitUnitList } from '@phancong/units';
import type { NameInList } from '@phancong/units';

import type { Piece } from '../grid/table-rows.js';
import * as doubt from './doubts.js';
import { anchorOf } from './item-words.js';
import type { ReadingContext } from './reading-context.js';

type ReadUnits = { names: string[]; anchors: Anchor[] };

/** The name as meant, with a doubt where it is no unit of the registry, names nobody or is not in being. */
export function checkName(
  ref: string,
  field: 'leads' | 'coordinators',
  name: string,
  context: Pick<ReadingContext, 'asOf'>,
  doubts: Doubt[],
): string {
  const resolution = resolveUnitName(name, { asOf: context.asOf });
  if (resolution.kind === 'generic' || (resolution.kind === 'external' && resolution.unnamed))
    doubts.push(doubt.doubtUnnamedUnit(ref, field, name));
  if (resolution.kind === 'unknown') doubts.push(doubt.doubtUnknownUnit(ref, field, name));
  if (resolution.kind === 'class' && resolution.key === 'bhxh-cac-cap')
    doubts.push(doubt.doubtAllLevels(ref, field, name));
  if (resolution.kind === 'unit' && resolution.outOfTime) doubts.push(doubt.doubtOutOfTime(ref, field, resolution));
  const meant = 'corrected' in resolution && 'name' in resolution ? resolution.name : name;
  if (meant !== name) doubts.push(doubt.doubtOddUnitName(ref, field, name, meant));
  return meant;
}

/** "a) Trung tâm Chính trị: lớp cho cán bộ", "UBND phường (đ/c Hùng)": the name alone, without its number, person and share of the work. */
function trimName(text: string, { name, start, end }: NameInList): NameInList {
  const mark = /^(?:[a-zđ]|\d{1,2})[.)]\s+/iu.exec(name)?.[0] ?? '';
  const rest = /\s*\((?:đ\/c|đồng chí|ông|bà)(?!\p{L})[^)]*\)$|:\s.*$/isu.exec(name)?.[0] ?? '';
  if (mark === '' && rest === '') return { name, start, end };
  const words = text.slice(start + mark.length, end - rest.length);
  const own = words.charAt(0).toUpperCase() + words.slice(1);
  return words.trim() === '' ? { name, start, end } : { name: own, start: start + mark.length, end: end - rest.length };
}

/** The names in a cell, each with its place; whatever is not a unit of the registry raises a doubt. */
export function readUnits(
  ref: string,
  field: 'leads' | 'coordinators',
  pieces: readonly Piece[],
  context: ReadingContext,
  doubts: Doubt[],
): ReadUnits {
  const names: string[] = [];
  const anchors: Anchor[] = [];
  for (const piece of pieces) {
    for (const { name, start, end } of splitUnitList(piece.text).map((entry) => trimName(piece.text, entry))) {
      names.push(checkName(ref, field, name, context, doubts));
      anchors.push(anchorOf(piece, start, end));
    }
  }
  return { names, anchors };
}

/** The classes of units among the names. */
export function classKeysOf(names: readonly string[], asOf: string): string[] {
  return names.flatMap((name) => {
    const resolution = resolveUnitName(name, { asOf });
    return resolution.kind === 'class' ? [resolution.key] : [];
  });
}

/** To whom a row fans out; central units that lead beside a class hold a single task of their own. */
export function readFanOut(leads: readonly string[], asOf: string): FanOut {
  const classes = classKeysOf(leads, asOf);
  if (classes.includes('bhxh-cac-cap')) return 'all-subordinate-units';
  if (classes.includes('bhxh-tinh')) return 'provinces';
  return classes.includes('don-vi-truc-thuoc') ? 'central-units' : null;
}
