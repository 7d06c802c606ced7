import type { Doubt } from '@phancong/contracts';

import type { LegacyEncoding } from './legacy-fonts/legacy-fonts.js';

/** A doubt about the file as a whole, which a person settles by having seen it. */
export function doubtFile(
  code: 'NOT_READ' | 'AMBIGUOUS' | 'ODD_TEXT',
  vi: string,
  en: string,
  confidence = 0.8,
): Doubt {
  return {
    code,
    ref: null,
    field: null,
    message: { vi, en },
    choices: [{ value: null, words: { vi: 'Đã xem', en: 'Seen' } }],
    confidence,
  };
}

export function doubtLegacyFonts(encodings: readonly LegacyEncoding[]): Doubt {
  const names = encodings.join(', ');
  return doubtFile(
    'ODD_TEXT',
    `Văn bản dùng phông chữ đời cũ (${names}); chữ đã được chuyển sang Unicode. Hãy soát lại tên đơn vị và số liệu.`,
    `The document uses old fonts (${names}); its words were converted to Unicode. Check the names of units and the figures.`,
  );
}
