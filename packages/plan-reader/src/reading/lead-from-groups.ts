import type { Doubt } from '@phancong/contracts';

import { nameOffice } from '../grid/name-office.js';
import type { Piece } from '../grid/table-rows.js';
import { doubtLeadsOfGroups } from './doubts.js';
import type { OutlinedRow } from './outline.js';

/** Below the title of a group that names an office, a row without lead is work of that office. Rows are completed in place. */
export function leadFromGroups(outlined: readonly OutlinedRow[]): Doubt[] {
  let office: { ref: string; pieces: Piece[] } | null = null;
  let filled = 0;
  for (const { row, kind, ref, title } of outlined) {
    if (kind === 'heading') {
      const name = nameOffice(title);
      const pieces = row.fields.title ?? [];
      const [only] = pieces;
      if (name && only && pieces.length === 1) office = { ref, pieces: [{ ...only, text: name }] };
      else if (!office || !ref.startsWith(`${office.ref}.`)) office = null;
    } else if (office && (row.fields.leads ?? []).length === 0 && row.covered.leads === undefined) {
      row.fields.leads = office.pieces;
      filled += 1;
    }
  }
  return filled > 0 ? [doubtLeadsOfGroups(filled)] : [];
}
