import type { Doubt } from '@phancong/contracts';

import { doubtFile } from '../doubt-file.js';
import { hasWords, listPages } from '../page/page.js';
import type { Page } from '../page/page.js';

/** Pages whose words a machine recognised, and the numbers of those that it did not reach in the time it had. */
export type RecognisedPages = { pages: Page[]; unread: number[] };

/** Below this a recognised word is shown to a person. */
const sureEnough = 0.7;

export function doubtUnclear(page: Page): Doubt[] {
  const unclear = page.pieces.filter(({ confidence = 1, text }) => confidence < sureEnough && /[\p{L}\d]/u.test(text));
  if (unclear.length === 0) return [];
  const words = unclear
    .slice(0, 20)
    .map(({ text, confidence = 0 }) => `«${text.trim()}» (${Math.round(confidence * 100)}%)`)
    .join(', ');
  return [
    doubtFile(
      'ODD_TEXT',
      `Trang ${page.number}: ${unclear.length} từ nhận dạng chưa chắc: ${words}. Hãy soát với bản quét.`,
      `Page ${page.number}: ${unclear.length} words were recognised without certainty: ${words}. Check them against the scan.`,
      0.6,
    ),
  ];
}

/** What recognition had no time for is told by its pages, so that nobody takes the reading for whole. */
export function doubtUnread(unread: readonly number[]): Doubt[] {
  if (unread.length === 0) return [];
  const list = listPages(unread);
  return [
    doubtFile(
      'NOT_READ',
      `CHƯA ĐỌC trang ${list} (${unread.length} trang quét): nhận dạng quá thời gian cho phép. Hãy tách các trang này thành tệp riêng và nạp tiếp, hoặc thêm dòng bằng tay.`,
      `Page ${list} NOT READ (${unread.length} scanned pages): recognition ran out of time. Put them into a file of their own and read that, or add the rows by hand.`,
      0.9,
    ),
  ];
}

/** Scanned pages inside a PDF with words: which they were, what was unclear, what was not reached. A blank page is none of these. */
export function doubtScannedPages({ pages, unread }: RecognisedPages): Doubt[] {
  const scanned = pages.filter(hasWords);
  const list = listPages(scanned.map(({ number }) => number));
  const told = doubtFile(
    'ODD_TEXT',
    `Trang ${list} là ảnh quét; chữ do máy nhận dạng. Hãy soát tên đơn vị, ngày và con số với bản gốc.`,
    `Page ${list} is a scan; a machine recognised its words. Check names of units, dates and figures against the original.`,
    0.7,
  );
  return [...(scanned.length > 0 ? [told] : []), ...doubtUnread(unread), ...scanned.flatMap(doubtUnclear)];
}
