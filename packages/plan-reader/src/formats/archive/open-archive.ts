import { unzipSync } from 'fflate';

import type { FormatRefusal } from '../blocks.js';

/** The parts of a packed office file that the reader asked for, unpacked. */
export type OpenedArchive =
  | { ok: true; names: readonly string[]; parts: ReadonlyMap<string, Uint8Array> }
  | FormatRefusal;

const MEBIBYTE = 1024 * 1024;
/** All wanted parts together, unpacked. A plan of 500 pages has about 30 MiB; more is no plan but an attack or an accident. */
const mostBytes = 160 * MEBIBYTE;
const mostEntries = 20_000;

/** The names of the entries, without unpacking any; null when the archive has no readable directory. */
export function listArchive(bytes: Uint8Array): string[] | null {
  const names: string[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        names.push(name);
        return false;
      },
    });
  } catch {
    return null;
  }
  return names;
}

/**
 * Unpacks the wanted parts of a packed office file. Sizes are checked before a byte is unpacked and no part may grow beyond the size
 * that it states, so a bomb is refused at the door. Macros, pictures and embedded files are not unpacked at all.
 */
export function openArchive(bytes: Uint8Array, format: string, isWanted: (name: string) => boolean): OpenedArchive {
  const names: string[] = [];
  let total = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name);
        if (names.length > mostEntries) throw new RangeError('entries');
        if (!isWanted(name)) return false;
        total += originalSize;
        if (total > mostBytes) throw new RangeError('bytes');
        return true;
      },
    });
    return { ok: true, names, parts: new Map(Object.entries(parts)) };
  } catch (error) {
    if (error instanceof RangeError && (error.message === 'bytes' || error.message === 'entries')) {
      const limit = `${mostBytes / MEBIBYTE} MiB`;
      return { ok: false, code: 'TOO_MUCH_CONTENT', details: { limit, limitEn: limit } };
    }
    return { ok: false, code: 'DAMAGED_FILE', details: { format } };
  }
}
