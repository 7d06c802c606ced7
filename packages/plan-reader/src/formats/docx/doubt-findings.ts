import type { Doubt } from '@phancong/contracts';

import { doubtFile, doubtLegacyFonts } from '../doubt-file.js';
import type { Findings } from './read-paragraph.js';

/** What a person should know of a Word file besides its words: changes that nobody accepted, hidden text, notes in the table. */
export function doubtFindings(findings: Findings, notes: ReadonlyMap<string, string>): Doubt[] {
  const doubts: Doubt[] = [];
  const { changes, hiddenTexts, nestedTables } = findings;
  if (changes > 0) {
    doubts.push(
      doubtFile(
        'AMBIGUOUS',
        `Văn bản còn ${changes} chỗ sửa đang theo dõi (Track Changes), chưa ai chấp nhận; đã đọc như khi chấp nhận tất cả.`,
        `The document holds ${changes} tracked changes that nobody accepted; it was read as if all were.`,
      ),
    );
  }
  if (hiddenTexts > 0) {
    doubts.push(
      doubtFile(
        'NOT_READ',
        `Văn bản có ${hiddenTexts} đoạn chữ ẩn; không đọc vì không in ra giấy.`,
        `The document has ${hiddenTexts} pieces of hidden text; they are not printed and were not read.`,
      ),
    );
  }
  if (nestedTables > 0) {
    doubts.push(
      doubtFile(
        'AMBIGUOUS',
        `Có ${nestedTables} bảng lồng trong ô; chữ của bảng lồng được đọc như chữ của ô đó.`,
        `${nestedTables} tables stand inside cells; their words were read as words of those cells.`,
      ),
    );
  }
  for (const id of new Set(findings.notesInTables)) {
    const words = notes.get(id);
    if (!words) continue;
    doubts.push(
      doubtFile(
        'NOT_READ',
        `Bảng có chú thích cuối trang: «${words.slice(0, 300)}». Hãy xem chú thích có đổi nội dung mục nào không.`,
        `The table has a footnote: “${words.slice(0, 300)}”. See whether it changes a row.`,
      ),
    );
  }
  if (findings.encodings.size > 0) doubts.push(doubtLegacyFonts([...findings.encodings]));
  return doubts;
}
