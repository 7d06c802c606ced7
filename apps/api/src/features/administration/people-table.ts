import { EmailAddress, PersonName, Post, Username, type IsoDate, type Unit, type Words } from '@phancong/contracts';
import { readTableDay, writeTableDay } from '@phancong/units';

/** Columns in the order in which they are written; they are found again by their names. One row for each post. */
export const peopleColumns = [
  'Tên đăng nhập',
  'Họ và tên',
  'Thư điện tử',
  'Mã đơn vị',
  'Tên đơn vị',
  'Chức vụ',
  'Từ ngày',
  'Đến ngày',
] as const;
type Column = (typeof peopleColumns)[number];

const postWords: Record<Post, string> = {
  officer: 'Chuyên viên',
  head: 'Thủ trưởng đơn vị',
  deputy: 'Cấp phó',
  clerk: 'Văn thư',
  coordinator: 'Cán bộ điều phối',
  appraiser: 'Cán bộ thẩm định',
  leader: 'Lãnh đạo cơ quan',
  administrator: 'Quản trị',
};

/** A post of a person as a row of the table says it. */
export interface TablePost {
  username: string;
  fullName: string;
  email: string | null;
  unitId: string;
  unitName: string;
  post: Post;
  validFrom: IsoDate | null;
  validTo: IsoDate | null;
}

/** The same, where it stands in a spreadsheet. */
export interface ReadPost extends TablePost {
  row: number;
}

export interface TableFault {
  row: number;
  column: Column;
  words: Words;
}

/** The posts as a table, header first. */
export function writePeopleTable(posts: readonly TablePost[]): string[][] {
  return [
    [...peopleColumns],
    ...posts.map((row) => [
      row.username,
      row.fullName,
      row.email ?? '',
      row.unitId,
      row.unitName,
      postWords[row.post],
      writeTableDay(row.validFrom),
      writeTableDay(row.validTo),
    ]),
  ];
}

export const rowWords = {
  noColumn: (name: string): Words => ({
    vi: `Thiếu cột «${name}»; hãy dùng bảng đã xuất làm mẫu.`,
    en: `The column “${name}” is missing; take the exported table as a pattern.`,
  }),
  badUsername: {
    vi: 'Tên đăng nhập gồm 2 đến 61 chữ không dấu, số và các dấu . _ -',
    en: 'A user name has 2 to 61 letters without marks, digits and . _ -',
  },
  badName: {
    vi: 'Họ tên không được trống, chỉ gồm chữ, số, dấu cách và các dấu . , ’ - ( )',
    en: 'A name is not empty and has letters, digits, spaces and . , ’ - ( )',
  },
  badEmail: { vi: 'Địa chỉ thư điện tử chưa đúng.', en: 'This is no e-mail address.' },
  badUnit: {
    vi: 'Không có đơn vị này trong phạm vi bạn quản trị; mã đơn vị lấy ở danh mục đơn vị.',
    en: 'No such unit among those that you keep; the keys stand in the registry.',
  },
  endedUnit: { vi: 'Đơn vị không tồn tại vào ngày bắt đầu.', en: 'The unit does not exist on the first day.' },
  badPost: {
    vi: `Chức vụ phải là một trong: ${Object.values(postWords).join(', ')}.`,
    en: `The post has to be one of: ${Object.values(postWords).join(', ')}.`,
  },
  badDay: { vi: 'Ngày phải có dạng 31/12/2025.', en: 'A day is written 31/12/2025.' },
  backwards: { vi: 'Ngày thôi phải từ ngày bắt đầu trở đi.', en: 'The last day is not before the first.' },
  own: {
    vi: 'Không tự sửa chức vụ hay tên của chính mình; hãy để nguyên dòng này như bảng đã xuất.',
    en: 'Nobody changes his own posts or name; leave this row as it was exported.',
  },
  elsewhere: {
    vi: 'Tên đăng nhập này là của người ở đơn vị ngoài phạm vi bạn quản trị. Hãy chọn tên khác.',
    en: 'This user name belongs to somebody of a unit that you do not keep. Choose another one.',
  },
  twice: { vi: 'Chức vụ này của người này đã có ở dòng trên.', en: 'This post of this person stands in a row above.' },
  otherName: {
    vi: 'Họ tên hoặc thư điện tử khác với dòng trên của cùng tên đăng nhập.',
    en: 'The name or the e-mail differs from a row above with the same user name.',
  },
} as const;

interface Ground {
  units: ReadonlyMap<string, Unit>;
  /** Null: all. */
  kept: readonly string[] | null;
}

/** Reads the table row by row. Every bad cell is named, not the first alone; a bad row gives no post. */
export function readPeopleTable(
  table: readonly (readonly string[])[],
  ground: Ground,
): { posts: ReadPost[]; faults: TableFault[] } {
  const [header = [], ...body] = table;
  const places = new Map(peopleColumns.map((name) => [name, header.findIndex((cell) => cell.trim() === name)]));
  const missing = peopleColumns.filter((name) => name !== 'Tên đơn vị' && (places.get(name) ?? -1) < 0);
  if (missing.length > 0) {
    return { posts: [], faults: missing.map((column) => ({ row: 1, column, words: rowWords.noColumn(column) })) };
  }
  const faults: TableFault[] = [];
  const seen = new Map<string, TablePost>();
  const posts = body.flatMap((cells, place) => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    const own: TableFault[] = [];
    const note = (column: Column, why: Words) => own.push({ row: place + 2, column, words: why });
    const cell = (column: Column) => (cells[places.get(column) ?? -1] ?? '').normalize('NFC').trim();
    const post = readRow(cell, note, ground);
    if (post) {
      const [first, key] = [seen.get(post.username), `${post.username} ${post.unitId} ${post.post}`];
      if (first && (first.fullName !== post.fullName || first.email !== post.email))
        note('Họ và tên', rowWords.otherName);
      if (seen.has(key)) note('Chức vụ', rowWords.twice);
      seen.set(post.username, first ?? post).set(key, post);
    }
    faults.push(...own);
    return post && own.length === 0 ? [{ ...post, row: place + 2 }] : [];
  });
  return { posts, faults };
}

function readRow(
  cell: (column: Column) => string,
  note: (column: Column, why: Words) => void,
  { units, kept }: Ground,
): TablePost | null {
  const username = Username.safeParse(cell('Tên đăng nhập')).data;
  if (username === undefined) note('Tên đăng nhập', rowWords.badUsername);
  const fullName = PersonName.safeParse(cell('Họ và tên')).data;
  if (fullName === undefined) note('Họ và tên', rowWords.badName);
  const typed = cell('Thư điện tử');
  const email = typed === '' ? null : EmailAddress.safeParse(typed).data;
  if (email === undefined) note('Thư điện tử', rowWords.badEmail);
  const [validFrom, validTo] = [readTableDay(cell('Từ ngày')), readTableDay(cell('Đến ngày'))];
  if (validFrom === undefined) note('Từ ngày', rowWords.badDay);
  if (validTo === undefined) note('Đến ngày', rowWords.badDay);
  if (validFrom && validTo && validTo < validFrom) note('Đến ngày', rowWords.backwards);
  const unit = units.get(cell('Mã đơn vị'));
  if (!unit || (kept !== null && !kept.includes(unit.id))) note('Mã đơn vị', rowWords.badUnit);
  const post = Post.options.find((one) => postWords[one].toLowerCase() === cell('Chức vụ').toLowerCase());
  if (!post) note('Chức vụ', rowWords.badPost);
  if (!username || !fullName || !unit || !post) return null;
  if (email === undefined || validFrom === undefined || validTo === undefined) return null;
  return { username, fullName, email, unitId: unit.id, unitName: unit.shortName, post, validFrom, validTo };
}
