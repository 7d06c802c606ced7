export type MarkStyle =
  | 'part'
  | 'upper'
  | 'roman'
  | 'article'
  | 'number'
  | 'bracket'
  | 'letter'
  | 'inner'
  | 'dash'
  | 'plus';

/** The number or sign that opens a paragraph: "VII.", "1.2.", "đ)", "-". `steps` are the numbers of "7.1": 7 and 1. */
export type Mark = { style: MarkStyle; label: string; steps: number[]; length: number };

const romans = [
  'I',
  'II',
  'III',
  'IV',
  'V',
  'VI',
  'VII',
  'VIII',
  'IX',
  'X',
  'XI',
  'XII',
  'XIII',
  'XIV',
  'XV',
  'XVI',
  'XVII',
];
const letters = 'abcdđeghiklmnopqrstuvxy';
const words = ['nhất', 'hai', 'ba', 'bốn', 'tư', 'năm', 'sáu'];

type Form = { style: MarkStyle; pattern: RegExp; steps: (label: string) => number[] };

const numbers = (label: string) => label.split('.').map(Number);

/** A single number needs its point or bracket; "1.2" does without before a capital. A letter follows at once: "2.1.Về nhân lực". */
const forms: readonly Form[] = [
  {
    style: 'part',
    // Not "CHƯƠNG TRÌNH CÔNG TÁC".
    pattern: /^(?:Phần|PHẦN|Chương|CHƯƠNG) ((?:thứ|THỨ) \p{L}+|[IVX]+|\d+|[A-ZĐ])(?![\p{L}\d])[.:)]?\s*/u,
    steps: readPart,
  },
  { style: 'article', pattern: /^Điều (\d{1,3})\.\s*(?=\S)/u, steps: numbers },
  {
    style: 'number',
    pattern:
      /^(?:Nhiệm vụ|NHIỆM VỤ|Giải pháp|Hoạt động|Nội dung|Công việc|Việc)(?: thứ| số)? (\d{1,2})\s*[.:]\s*(?=\S)/u,
    steps: numbers,
  },
  {
    style: 'roman',
    pattern: /^([IVX]{1,5})(?:\s*[.)/:]\s*|\s+[-–]\s+|\s+(?=\p{Lu}{2}))(?=\S)/u,
    steps: (label) => [romans.indexOf(label) + 1],
  },
  { style: 'upper', pattern: /^([A-HĐ])\s*[.)]\s*(?=\p{Lu})/u, steps: (label) => ['ABCDĐEGH'.indexOf(label) + 1] },
  {
    style: 'number',
    pattern: /^(\d{1,2}(?:\.\d{1,2}){1,4})(?:[.):]\s*(?=[\p{L}“"(*])|\s+(?=[\p{Lu}“"]))/u,
    steps: numbers,
  },
  {
    style: 'number',
    pattern: /^(\d{1,2})(?:\s*[.:]\s*|\s*[/-](?:\s+|(?!\p{Lu}{2}|\d))|\s+[-–]\s+)(?=[\p{L}“"(*]|\d{1,3}% )/u,
    steps: numbers,
  },
  { style: 'bracket', pattern: /^(\d{1,2})\s*\)\s*(?=\S)/u, steps: numbers },
  { style: 'letter', pattern: /^([a-zđ])\s*[.)]\s*(?=\S)/u, steps: (label) => [letters.indexOf(label) + 1] },
  { style: 'inner', pattern: /^\(([a-zđ]|\d{1,2}|[ivx]{1,4})\)\s*(?=\S)/u, steps: (label) => [Number(label) || 0] },
  { style: 'dash', pattern: /^[-–—•●▪◦*]\s*(?=[^\s\d*-])|^[-–—•●▪◦*]\s+(?=\S)/u, steps: () => [] },
  { style: 'plus', pattern: /^\+\s*(?=\S)/u, steps: () => [] },
];

function readPart(label: string): number[] {
  const word = words.indexOf(label.toLowerCase().replace(/^thứ /u, ''));
  return [romans.indexOf(label) + 1 || Number(label) || word + 1];
}

/** The mark at the start of a line; null where none stands. Whether it opens a paragraph there, the order of the outline says. */
export function readMark(line: string): Mark | null {
  for (const { style, pattern, steps } of forms) {
    const match = pattern.exec(line);
    if (match) return { style, label: match[1] ?? '', steps: steps(match[1] ?? ''), length: match[0].length };
  }
  return null;
}

const fixedLevels: Record<MarkStyle, number> = {
  part: 0,
  upper: 1,
  roman: 2,
  article: 3,
  number: 4,
  bracket: 10,
  letter: 11,
  inner: 12,
  dash: 13,
  plus: 14,
};

/** How deep a mark stands, smaller is higher; "1.2.3" stands three steps below "I". */
export function levelOf(mark: Mark): number {
  return mark.style === 'number' ? fixedLevels.number + mark.steps.length - 1 : fixedLevels[mark.style];
}

/** True for a mark that opens its list or comes next after the last one of its kind. */
export function comesNext(mark: Mark, last: readonly number[] | undefined): boolean {
  const step = mark.steps.at(-1) ?? 1;
  if (mark.steps.length === 0 || step === 1) return true;
  const before = last?.at(-1) ?? 0;
  return step > before && step <= before + 2;
}
