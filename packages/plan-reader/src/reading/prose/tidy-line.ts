/** A line of running text without the signs of Markdown and stray strokes of a scan; the words stay as printed. */
export function tidyLine(raw: string): string {
  return raw
    .normalize('NFC')
    .replace(/[\u00a0\u2000-\u200b\u202f\ufeff]/gu, ' ')
    .replace(/^\s*(?:#{1,6}|>)\s+/u, '')
    .replace(/<br\s*\/?>/giu, ' ')
    .replace(/~~(.*?)~~/gu, '$1')
    .replace(/\*\*(?=\S)(.*?)\*\*/gu, '$1')
    .replace(/\*\*/gu, '')
    .replace(/(?<![\p{L}\d*])\*(\S[^*]*?)\*(?![\p{L}\d*])/gu, '$1')
    .replace(/(?<![\p{L}\d_])_(\S[^_]*?)_(?![\p{L}\d_])/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** True for what stands on a page and says nothing: its number, a rule. */
export function isNoiseLine(line: string): boolean {
  return /^(?:[-–—_=.*\s]*|[-–\s]*(?:trang\s*)?\d{1,3}(?:\s*\/\s*\d{1,3})?[-–\s]*)$/iu.test(line);
}
