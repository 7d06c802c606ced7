import type { TableField } from '@phancong/contracts';

/** How a document names the columns of a table, the most particular first: "đơn vị phối hợp" is no lead, "đơn vị tính" no unit. */
const names: readonly (readonly [TableField, string])[] = [
  ['coordinators', String.raw`(?:các )?(?:đơn vị|cơ quan)(?: cùng)? phối hợp|đơn vị tham gia`],
  [
    'leads',
    String.raw`(?:các )?(?:đơn vị|cơ quan)(?: được giao)?(?: làm)? (?:chủ trì|đầu mối|chịu trách nhiệm chính)|đơn vị thực hiện`,
  ],
  ['unitOfMeasure', String.raw`đơn vị tính|ĐVT`],
  [
    'timing',
    String.raw`thời gian(?: thực hiện| hoàn thành| triển khai)?|thời hạn(?: hoàn thành| thực hiện)?|tiến độ(?: thực hiện)?|hạn hoàn thành`,
  ],
  ['targets', String.raw`chỉ tiêu`],
  ['text', String.raw`công việc(?: thực hiện)?|nội dung (?:công việc|thực hiện)|yêu cầu thực hiện`],
  ['title', String.raw`tên (?:nội dung|nhiệm vụ|hình thức|hoạt động)|hình thức(?: truyền thông)?`],
];

export type NamedField = { field: TableField; start: number; end: number };

/** The columns that a sentence names, in its order. */
export function findFields(text: string): NamedField[] {
  const found: NamedField[] = [];
  for (const [field, pattern] of names) {
    for (const match of text.matchAll(new RegExp(String.raw`(?<!\p{L})(?:${pattern})(?!\p{L})`, 'giu'))) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (!found.some((other) => start < other.end && end > other.start)) found.push({ field, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** "- Thời gian thực hiện: Quý III" → the field, and where its new words stand. */
export function readLabelled(text: string): { field: TableField; start: number; end: number }[] {
  const heads = findFields(text).filter(
    ({ start, end }) =>
      /(?:^|[\n;.“"«]|[-+•a-zđ)\d.]\s)\s*$/u.test(text.slice(Math.max(0, start - 4), start)) &&
      /^\s*:/u.test(text.slice(end)),
  );
  return heads.map(({ field, end }, index) => {
    const from = end + (/^\s*:\s*/u.exec(text.slice(end))?.[0].length ?? 0);
    const next = heads[index + 1]?.start ?? text.length;
    const words = text.slice(from, next).replace(/[\s;.,”"»]*(?:\n\s*(?:[-+•]|[a-zđ]\)|\d+[.)])?)?\s*$/u, '');
    return { field, start: from, end: from + words.length };
  });
}
