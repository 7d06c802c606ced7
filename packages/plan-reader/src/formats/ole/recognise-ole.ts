import { CFB } from '@e965/xlsx';

import { hasSoundChains } from './check-chains.js';

/** What an old compound file holds: a workbook, a Word document, or something under a password. */
export type OleContent = 'xls' | 'doc' | 'encrypted' | 'other' | 'damaged';

export function recogniseOle(bytes: Uint8Array): OleContent {
  if (!hasSoundChains(bytes)) return 'damaged';
  try {
    const { FullPaths } = CFB.read(bytes, { type: 'array' }) as { FullPaths: string[] };
    const has = (name: string) => FullPaths.some((path) => path.toLowerCase().endsWith(`/${name}`));
    if (has('encryptedpackage')) return 'encrypted';
    if (has('worddocument')) return 'doc';
    return has('workbook') || has('book') ? 'xls' : 'other';
  } catch {
    return 'damaged';
  }
}
