/** The words of a cell or line as anchors count them: NFC, runs of blanks as one, no empty lines. */
export function tidyWords(text: string): string {
  return text
    .normalize('NFC')
    .split('\n')
    .map((line) => line.replace(/[\s\u200b\ufeff]+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
}
