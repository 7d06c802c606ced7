import type { Doubt } from '@phancong/contracts';

import { doubtFile, doubtLegacyFonts } from '../doubt-file.js';
import { convertLegacyText, recogniseLegacyText } from '../legacy-fonts/legacy-fonts.js';
import { hasWords, listPages } from './page.js';
import type { Page } from './page.js';

/** Letters that were written for fonts from before Unicode come out of a PDF as their bytes; they are converted, and a doubt says so. */
function convertPages(pages: readonly Page[]): { pages: readonly Page[]; doubts: Doubt[] } {
  const sample = pages
    .flatMap(({ pieces }) => pieces.map(({ text }) => text))
    .join(' ')
    .slice(0, 100_000);
  const encoding = recogniseLegacyText(sample);
  if (encoding === null) return { pages, doubts: [] };
  const converted = pages.map((page) => ({
    ...page,
    pieces: page.pieces.map((piece) => ({ ...piece, text: convertLegacyText(piece.text, encoding).normalize('NFC') })),
  }));
  return { pages: converted, doubts: [doubtLegacyFonts([encoding])] };
}

/** Pages without a single word among pages with words: scans that somebody put in, or blank ones. */
function doubtPagesWithoutWords(pages: readonly Page[]): Doubt[] {
  const empty = pages.filter((page) => !hasWords(page)).map(({ number }) => number);
  if (empty.length === 0) return [];
  const list = listPages(empty);
  return [
    doubtFile(
      'NOT_READ',
      `Trang ${list} không có lớp chữ (trang trắng hoặc ảnh quét) nên không đọc. Nếu trang đó có việc, hãy thêm dòng bằng tay.`,
      `Page ${list} has no text (blank or a scan) and was not read. If it holds work, add the rows by hand.`,
    ),
  ];
}

/** What must be put right or told of the pages of a PDF before they are laid out. */
export function mendPages(pages: readonly Page[]): { pages: readonly Page[]; doubts: Doubt[] } {
  const converted = convertPages(pages);
  return { pages: converted.pages, doubts: [...converted.doubts, ...doubtPagesWithoutWords(pages)] };
}
