export type Column =
  | 'mark'
  | 'title'
  | 'unitOfMeasure'
  | 'timing'
  | 'leads'
  | 'coordinators'
  | 'text'
  | 'deliverable'
  | 'budget'
  | 'note';

/** What the words of a header mean, most particular first: "Đơn vị phối hợp thực hiện" is no lead, "Đơn vị tính" no unit at all. */
const meanings: readonly (readonly [Column, RegExp])[] = [
  ['mark', /^(?:stt|tt|số tt|số thứ tự|mục|ký hiệu|s\.?t\.?t\.?)$/u],
  ['title', /^tên (?!đơn vị|cơ quan|người|cán bộ|phòng|tổ)/u],
  ['leads', /chủ trì(?:,|\/|;| và| -)? ?(?:đơn vị |cơ quan )?phối hợp/u],
  [
    'coordinators',
    /phối hợp|tham gia|hỗ trợ thực hiện|(?:đơn vị|cơ quan|bộ phận|phòng|ban|người) (?:hỗ trợ|liên quan)|^thành phần(?: đoàn| dự| tham dự| cùng dự)?$/u,
  ],
  [
    'leads',
    /chủ trì|(?:đơn vị|cơ quan|bộ phận|phòng|ban|tổ chức|cá nhân|người) (?:thực hiện|đầu mối|chịu trách nhiệm|được giao|phụ trách|tham mưu|triển khai|giải quyết|xử lý)|đầu mối|phân công|chủ đầu tư|người thực hiện|^ai (?:làm|thực hiện|phụ trách)|^(?:thực hiện|phụ trách|(?:chịu )?trách nhiệm(?: thực hiện| chính)?|đơn vị|cơ quan|bộ phận|phòng,? ban)$/u,
  ],
  ['unitOfMeasure', /đơn vị tính|^đvt$|^đv tính$/u],
  ['budget', /kinh phí|dự toán|thành tiền|ngân sách|(?:kế hoạch|nguồn|tổng|nhu cầu) vốn|tổng mức đầu tư|số tiền/u],
  [
    'timing',
    /thời gian|thời hạn|tiến độ|thời điểm|lộ trình|^hạn$|^(?:ngày|giờ|thứ|buổi)(?:(?:,|\/| -)? ?(?:ngày|giờ|tháng|thứ|buổi))*$|(?:ngày|hạn) (?:bắt đầu|kết thúc|hoàn thành)|^(?:bắt đầu|khởi công|kết thúc|hoàn thành)(?: trước(?: ngày)?)?$|^(?:từ|đến)(?: ngày| tháng)?$|^(?:khi nào|bao giờ|lúc nào)$|^(?:các )?mốc/u,
  ],
  ['deliverable', /sản phẩm|kết quả|đầu ra/u],
  ['note', /ghi chú/u],
  ['text', /công việc(?: cụ thể| thực hiện)|nội dung (?:công việc|thực hiện)|mô tả|biện pháp|giải pháp|yêu cầu/u],
  [
    'title',
    /hình thức|nội dung|nhiệm vụ|công việc|hoạt động|tên|chỉ tiêu|đầu việc|^(?:các |những )?(?:việc|phần việc|đề mục|hạng mục)(?![\p{L}])|danh mục/u,
  ],
];

/** A list of persons has their names where a plan has its work. */
const person = /^(?:họ(?: và|,)? ?tên|tên cán bộ|chức (?:vụ|danh)|năm sinh|ngày sinh|(?:số )?điện thoại|email)/u;

/** True for the header of a list of persons: who they are, and not what they do. */
export function listsPersons(cells: readonly string[]): boolean {
  const words = cells.map((cell) => cell.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim());
  return words.some((cell) => person.test(cell)) && !words.some((cell) => /nhiệm vụ|công việc|nội dung/u.test(cell));
}

/** A row that begins with its number is no header, whatever its words sound like: "1 | … hoạt động | Sở … chủ trì, phối hợp với …". */
const isCounted = ([first = '']: readonly string[]) =>
  /^(?:\d{1,3}(?:\.\d{1,3})*|[IVX]+|[a-zđ])[.)]?$/u.test(first.trim());

/** "Thời gian bắt đầu", "Ngày kết thúc": a column that says only one end of the time; "Hoàn thành trước" leaves its day out. */
export function boundOf(header: string): 'start' | 'end' | 'before' | null {
  const words = header.toLowerCase();
  if (/trước(?: ngày)?$/u.test(words.trim())) return 'before';
  if (/bắt đầu|khởi công|từ ngày/u.test(words)) return 'start';
  return /kết thúc|hoàn thành|đến ngày/u.test(words) ? 'end' : null;
}

/** What the words of one header cell mean, or null when they mean nothing to a responsibility table. */
export function meaningOf(header: string): Column | null {
  const words = header.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
  if (person.test(words)) return null;
  return meanings.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/**
 * The meaning of each column of a header row, or null when the row is no header of a responsibility table: it must name the lead
 * units and the work, in short cells. A table whose only work column says "công việc thực hiện" has its title there. A first column
 * without words, or with a sign that means nothing, counts the rows. `withoutLeads`: the table may name its leads over groups of rows.
 */
export function recogniseColumns(cells: readonly string[], withoutLeads = false): (Column | null)[] | null {
  const columns = meaningsOf(cells);
  if (!columns || listsPersons(cells) || isCounted(cells)) return null;
  const filled = columns.filter((column) => column !== null).length;
  const isTable = columns.includes('title') && filled >= 3;
  if (withoutLeads && isTable && columns.some((column) => column === 'timing' || column === 'coordinators'))
    return columns;
  return isTable && columns.includes('leads') ? columns : null;
}

/** "Thời gian thu thập" and, in a later column, "Thời hạn công bố": when the work runs, and by when it is out. */
export function isTermBeside(cells: readonly string[], index: number): boolean {
  const asksTerm = (cell: string) => /(?:^|thời )hạn/iu.test(cell);
  const first = cells.findIndex((cell) => meaningOf(cell) === 'timing');
  return first >= 0 && first < index && asksTerm(cells[index] ?? '') && !asksTerm(cells[first] ?? '');
}

/** What each cell of a header row means by its words, each meaning once; null where the cells are too long for a header. */
export function meaningsOf(cells: readonly string[]): (Column | null)[] | null {
  if (cells.some((cell) => cell.length > 80)) return null;
  const columns = cells.map(meaningOf);
  const seen = new Set<Column>();
  for (const [index, column] of columns.entries()) {
    const isEnd =
      column === 'timing' &&
      ((boundOf(cells[index] ?? '') === 'end' && cells.some((cell) => boundOf(cell) === 'start')) ||
        isTermBeside(cells, index));
    if (column && seen.has(column) && !isEnd)
      columns[index] = column === 'title' && !columns.includes('text') ? 'text' : null;
    else if (column) seen.add(column);
  }
  if (!columns.includes('title')) {
    const work = columns.indexOf('text');
    if (work >= 0) columns[work] = 'title';
  }
  const [first = ''] = cells;
  if (columns[0] === null && !seen.has('mark') && first.length <= 5) columns[0] = 'mark';
  return columns;
}
