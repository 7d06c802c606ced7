const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/gu;

const abbreviations: readonly (readonly [RegExp, string])[] = [
  [/bảo hiểm xã hội/gu, 'bhxh'],
  [/bảo hiểm y tế/gu, 'bhyt'],
  [/(?:ủy|uỷ) ban nhân dân/gu, 'ubnd'],
  [/công nghệ thông tin/gu, 'cntt'],
  [/thành phố|(?<!\p{L})tp\.?(?=[ \p{L}])/gu, 'tp '],
  [/&/gu, ' và '],
];

/** Moves the tone mark of a syllable to its end, so that "hoà" and "hòa" come out the same. */
function settleTone(syllable: string): string {
  const parts = syllable.normalize('NFD');
  const tones = parts.match(toneMarks)?.join('') ?? '';
  return parts.replace(toneMarks, '').normalize('NFC') + tones;
}

/**
 * The form in which unit names are compared: NFC or NFD, case, dashes, spaces, commas, tone-mark placement and the usual
 * abbreviations (Bảo hiểm xã hội = BHXH) make no difference; letters and tones do.
 */
export function foldName(name: string): string {
  let text = name.normalize('NFC').toLowerCase();
  for (const [pattern, short] of abbreviations) text = text.replace(pattern, short);
  return text
    .replace(/[‐‑‒–—−-]/g, ' ')
    .replace(/[.,;:()“”"'*+]/g, ' ')
    .split(/\s+/)
    .filter(Boolean)
    .map(settleTone)
    .join(' ');
}

/** True when one inserted, dropped or replaced character makes `a` into `b`. */
export function differByOneLetter(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  let start = 0;
  while (start < shorter.length && shorter[start] === longer[start]) start += 1;
  const restOfShorter = shorter.slice(shorter.length === longer.length ? start + 1 : start);
  return restOfShorter === longer.slice(start + 1);
}
