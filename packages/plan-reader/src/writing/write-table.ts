/** A line of a plan's table: a heading has its number and words alone. */
export interface TableLine {
  ref: string;
  title: string;
  /** Null for a heading, as all that follows. */
  text: string | null;
  unitOfMeasure: string | null;
  timingText: string | null;
  leads: readonly string[];
  coordinators: readonly string[];
  deliverable: string | null;
  /** Whole đồng. */
  budgetVnd: number | null;
}

interface WrittenColumn {
  header: string;
  write: (line: TableLine) => string;
  /** Left out where no line has anything in it. */
  optional?: true;
}

const oneBelowTheOther = (names: readonly string[]) =>
  names.length > 1 ? names.map((name) => `- ${name}`).join('\n') : names.join('');

/** The columns of the form that plans of the agency have (the table of 2025), and the two that others add. */
const columns: readonly WrittenColumn[] = [
  { header: 'STT', write: ({ ref }) => ref },
  { header: 'Hình thức, nội dung', write: ({ title }) => title },
  { header: 'Đơn vị tính', write: ({ unitOfMeasure }) => unitOfMeasure ?? '', optional: true },
  { header: 'Thời gian thực hiện', write: ({ timingText }) => timingText ?? '' },
  { header: 'Đơn vị chủ trì', write: ({ leads }) => oneBelowTheOther(leads) },
  { header: 'Đơn vị phối hợp', write: ({ coordinators }) => oneBelowTheOther(coordinators) },
  { header: 'Công việc thực hiện', write: ({ text }) => text ?? '', optional: true },
  { header: 'Sản phẩm, kết quả', write: ({ deliverable }) => deliverable ?? '', optional: true },
  {
    header: 'Kinh phí (đồng)',
    write: ({ budgetVnd }) => (budgetVnd === null ? '' : String(budgetVnd)),
    optional: true,
  },
];

/** Columns to the right of the table's own: a header, and what stands below it in each line. */
export interface ColumnBeside<Line> {
  header: string;
  write: (line: Line) => string;
}

/** The table of a plan as rows of texts under its title, as the reader of this package takes it for a table again. */
export function writeTable<Line extends TableLine>(
  title: string,
  lines: readonly Line[],
  beside: readonly ColumnBeside<Line>[] = [],
): string[][] {
  const filled = columns.filter(({ optional, write }) => !optional || lines.some((line) => write(line) !== ''));
  const shown = [...filled, ...beside];
  return [[title], shown.map(({ header }) => header), ...lines.map((line) => shown.map(({ write }) => write(line)))];
}
