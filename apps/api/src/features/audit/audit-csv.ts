import type { AuditLine } from '@phancong/contracts';

const headings = [
  'Thời điểm',
  'Ngày công tác',
  'Người thực hiện',
  'Thay mặt',
  'Đơn vị',
  'Chức vụ',
  'Từ địa chỉ',
  'Việc đã làm',
  'Công việc',
  'Trước',
  'Sau',
  'Nội dung',
  'Giá trị cũ',
  'Mã băm',
];

/** A spreadsheet runs what begins like a formula; a quote before it makes it words. */
function cell(value: string | null): string {
  const text = value ?? '';
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r;]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

const json = (value: unknown) => (value === null || value === undefined ? '' : JSON.stringify(value));

/** Lines of the record for a spreadsheet: UTF-8 with its mark, so that Vietnamese is read as such. */
export function writeAuditCsv(lines: readonly AuditLine[]): string {
  const rows = lines.map((line) => [
    line.at,
    line.onDay,
    line.personName,
    line.onBehalfOfName,
    line.unitName,
    line.post,
    line.origin,
    line.did.vi,
    line.title,
    line.before?.vi ?? null,
    line.after?.vi ?? null,
    json(line.details),
    json(line.replaced),
    line.hash,
  ]);
  return `\uFEFF${[headings, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
