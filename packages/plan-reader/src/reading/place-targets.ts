import type { Doubt } from '@phancong/contracts';

import type { Piece } from '../grid/table-rows.js';
import { doubtInferred } from './doubts.js';
import { classKeysOf } from './read-item-units.js';
import { readTargets } from './read-targets.js';
import type { FoundTarget } from './read-targets.js';

export type PlacedTarget = FoundTarget & { piece: Piece };

/** A target without a stated "per" counts per province when the duty lies on the provinces alone. */
export function bindToProvinces(found: readonly PlacedTarget[], leads: readonly string[], asOf: string): boolean {
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

/** Says that "per province" is our reading and not the text's. */
export function doubtPerProvince(ref: string, found: readonly PlacedTarget[]): Doubt {
  return doubtInferred(
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
export function findTargets(pieces: readonly Piece[], title: string): PlacedTarget[] {
  return pieces.flatMap((piece) => readTargets(piece.text, title).map((entry) => ({ ...entry, piece })));
}
