/** What a label in a clause says of the words behind it. */
export type LabelledField = 'leads' | 'coordinators' | 'timing' | 'deadline' | 'deliverable' | 'budget' | 'place';
export type Labelled = { field: LabelledField; labelStart: number; start: number; end: number };

const labels: readonly (readonly [LabelledField, string])[] = [
  ['coordinators', '(?:(?:các )?(?:đơn vị|cơ quan|bộ phận|tổ chức) )?(?:phối hợp)(?: thực hiện)?'],
  [
    'leads',
    '(?:(?:các )?(?:đơn vị|cơ quan|bộ phận|tổ chức) )?(?:chủ trì|đầu mối|chịu trách nhiệm|thực hiện chính)(?:(?:,| và)? ?(?:tham mưu|thực hiện))?',
  ],
  ['leads', '(?:các )?(?:đơn vị|cơ quan|bộ phận|người|lực lượng) (?:thực hiện|được giao|phụ trách|tham mưu)'],
  ['leads', 'phân công(?: thực hiện)?|trách nhiệm thực hiện'],
  ['deadline', '(?:thời hạn|thời gian|hạn)(?: phải)? hoàn thành|thời hạn(?: thực hiện)?|hoàn thành'],
  [
    'timing',
    'thời gian(?: thực hiện| tổ chức| triển khai| tiến hành)?|thời điểm(?: thực hiện)?|tiến độ(?: thực hiện)?',
  ],
  ['deliverable', '(?:kết quả|sản phẩm)(?: đầu ra| dự kiến| cần đạt| hoàn thành)?'],
  ['budget', '(?:dự toán )?kinh phí(?: thực hiện| dự kiến)?|nguồn kinh phí'],
  ['place', 'địa điểm(?: thực hiện| tổ chức)?|thành phần(?: tham dự)?|hình thức|đối tượng'],
];
const any = new RegExp(
  `(?<=^\\s*|[.;(,\\n]\\s*|[-–+•*]\\s*)(?:${labels.map(([, pattern], index) => `(?<l${index}>${pattern})`).join('|')})\\s*:\\s*`,
  'giu',
);

/** True for a line that only says whose or when: "Đơn vị chủ trì: …". */
export function isLabelLine(text: string): boolean {
  any.lastIndex = 0;
  const match = any.exec(text.trimStart());
  any.lastIndex = 0;
  return match?.index === 0;
}

/** "Tháng 6 (Tháng hành động)" has a bracket of its own; in "(thời gian: Tháng 6)" it belongs to the label. */
const isClosed = (words: string) => words.includes('(') && words.split('(').length === words.split(')').length;

/** The labels in a clause ("Đơn vị chủ trì: Sở Y tế; thời gian: Quý II"), each with the words that belong to it. */
export function findRoleLabels(text: string): Labelled[] {
  const matches = [...text.matchAll(any)];
  return matches.map((match, index) => {
    const key = Object.entries(match.groups ?? {}).find(([, value]) => value !== undefined)?.[0] ?? 'l0';
    const start = match.index + match[0].length;
    const next = matches[index + 1]?.index ?? text.length;
    const words = text.slice(start, next);
    const stop = (isClosed(words) ? /\.\s+(?=\p{Lu})|\n/u : /\.\s+(?=\p{Lu})|\)\.?\s*$|\n/u).exec(words);
    const own = words.slice(0, stop?.index).replace(/[\s.;,(+–-]+$/u, '');
    const end = start + (isClosed(own) ? own : own.replace(/[\s.;,()+–-]+$/u, '')).length;
    return { field: labels[Number(key.slice(1))]?.[0] ?? 'leads', labelStart: match.index, start, end };
  });
}
