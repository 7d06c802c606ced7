import type { PlanReading, ReadItem } from '@phancong/contracts';

function cut(words: string, width: number): string {
  return words.length > width ? `${words.slice(0, width - 1)}…` : words;
}

function wordTiming({ timing }: ReadItem): string {
  if (timing.deadline?.lastDay) return `đến hết ${timing.deadline.lastDay}`;
  if (timing.windows.length > 0) return timing.windows.map(({ start, end }) => `${start}…${end}`).join(', ');
  return timing.asNeeded ? 'khi có yêu cầu' : (timing.text ?? '');
}

/** The reading as a table for a terminal: one line for each item, then the doubts in Vietnamese. */
export function writeReadingTable(reading: PlanReading): string {
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
  const doubts = reading.doubts.map((doubt) => `? ${doubt.message.vi}`);
  return `${[reading.document.title ?? '', '', ...lines, '', `${reading.items.length} mục, ${doubts.length} điểm nghi vấn`, ...doubts].join('\n')}\n`;
}
