import type { AmendmentChange, PlanReading, ReadItem } from '@phancong/contracts';

function cut(words: string, width: number): string {
  return words.length > width ? `${words.slice(0, width - 1)}…` : words;
}

function wordTiming({ timing }: ReadItem): string {
  if (timing.deadline?.lastDay) return `đến hết ${timing.deadline.lastDay}`;
  if (timing.windows.length > 0) return timing.windows.map(({ start, end }) => `${start}…${end}`).join(', ');
  return timing.asNeeded ? 'khi có yêu cầu' : (timing.text ?? '');
}

const signs = { change: '~', delete: '-', add: '+' } as const;

const wordValue = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : Array.isArray(value)
      ? value.join('; ')
      : value === null
        ? ''
        : JSON.stringify(value);

/** One line for each change that an amendment orders: what happens to which row, and by which clause. */
const wordChange = ({ op, ref, field, from, to, clause }: AmendmentChange): string =>
  [
    `${signs[op]} ${ref ?? 'toàn bộ'}${field ? ` ${field}` : ''}`,
    cut([wordValue(from), wordValue(to)].filter((words) => words !== '').join(' → '), 90),
    `(${clause})`,
  ]
    .filter((part) => part !== '')
    .join('  ');

/** The reading as a table for a terminal: one line for each item, then the doubts in Vietnamese. */
export function writeReadingTable(reading: PlanReading, changes?: readonly AmendmentChange[]): string {
  const doubts = reading.doubts.map((doubt) => `? ${doubt.message.vi}`);
  if (changes) {
    const lines = [
      ...changes.map(wordChange),
      '',
      `${changes.length} thay đổi, ${doubts.length} điểm nghi vấn`,
      ...doubts,
    ];
    return `${[reading.document.title ?? '', '', ...lines].join('\n')}\n`;
  }
  const rows = [
    ['Mục', 'Nội dung', 'Chủ trì', 'Phối hợp', 'Thời gian'],
    ...reading.items.map((item) => [
      item.ref,
      cut(item.title, 48),
      cut(item.leads.join('; '), 44),
      cut(item.coordinators.join('; '), 44),
      cut(wordTiming(item), 50),
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return `${[reading.document.title ?? '', '', ...lines, '', `${reading.items.length} mục, ${doubts.length} điểm nghi vấn`, ...doubts].join('\n')}\n`;
}
