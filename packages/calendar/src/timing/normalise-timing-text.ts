const smallNumbers = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];
const spelled = '(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|lăm|mốt|tư| )+';

/**
 * Brings the many spellings of one expression to one: NFC, lower case, plain hyphens, "hằng" = "hàng", "quí" = "quý",
 * "ngày 15 tháng 6 năm 2025" = "ngày 15/6/2025", numbers said twice ("06 (sáu)", "hai (2)") said once.
 */
export function normaliseTimingText(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/<[^>]*>/g, ' ')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/hằng/g, 'hàng')
    .replace(/quí/g, 'quý')
    .replace(/mùng |mồng /g, '')
    .replace(new RegExp(`(\\d+) \\(${spelled}\\)`, 'g'), '$1')
    .replace(new RegExp(`${spelled} \\((\\d+)\\)`, 'g'), ' $1')
    .replace(/(?<!\p{L})(một|hai|ba|bốn|sáu|bảy|tám|chín) (?=tháng (?:đầu|cuối) năm)/gu, (_, word: string) => {
      return `${smallNumbers.indexOf(word)} `;
    })
    .replace(
      /(ngày \d{1,2}) tháng (\d{1,2})(?: năm (\d{4})|[/.](\d{4}))?/g,
      (_, day: string, month: string, a?: string, b?: string) => {
        const year = a ?? b;
        return year ? `${day}/${month}/${year}` : `${day}/${month}`;
      },
    )
    .trim();
}
