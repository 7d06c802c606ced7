import { stringify } from 'uuid';

const ROW_BYTES = 28;

/** What a seal kept of a row, or what the record says of it now. */
export interface SealedRow {
  id: string;
  number: number;
  /** The beginning of its hash, in hexadecimal. */
  mark: string;
}

/** The rows that a seal was made of. */
export function readSealContents(contents: Buffer): SealedRow[] {
  return Array.from({ length: Math.floor(contents.length / ROW_BYTES) }, (_, place) => {
    const row = contents.subarray(place * ROW_BYTES, (place + 1) * ROW_BYTES);
    return { id: stringify(row.subarray(0, 16)), number: row.readInt32BE(16), mark: row.toString('hex', 20) };
  });
}

/** How the rows that stand in the record today differ from those that were sealed. */
export function compareWithSeal(sealed: readonly SealedRow[], found: readonly SealedRow[]) {
  const keyOf = ({ id, number }: SealedRow) => `${id} ${number}`;
  const now = new Map(found.map((row) => [keyOf(row), row]));
  const then = new Set(sealed.map(keyOf));
  return {
    removed: sealed.filter((row) => !now.has(keyOf(row))),
    changed: sealed.filter((row) => now.has(keyOf(row)) && now.get(keyOf(row))?.mark !== row.mark),
    added: found.filter((row) => !then.has(keyOf(row))),
  };
}
