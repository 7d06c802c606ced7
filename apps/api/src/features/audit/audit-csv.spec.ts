import { describe, expect, it } from '@jest/globals';
import type { AuditLine } from '@phancong/contracts';

import { writeAuditCsv } from './audit-csv.js';

const line: AuditLine = {
  id: '0198',
  number: 1,
  kind: 'move',
  at: '2025-05-20T02:00:00.000Z',
  onDay: '2025-05-20',
  personName: 'Thân Văn Lâm',
  onBehalfOfName: null,
  unitId: 'bac-giang-truoc-2025-07',
  unitName: 'BHXH tỉnh Bắc Giang',
  post: 'officer',
  origin: null,
  did: { vi: 'Tiếp nhận', en: 'Acknowledge' },
  instanceId: null,
  planId: null,
  flow: 'task',
  title: 'Hội nghị "đối thoại", tập huấn',
  before: null,
  after: { vi: 'Đã tiếp nhận', en: 'Acknowledged' },
  details: {},
  replaced: null,
  hash: 'ab',
};

describe('the record for a spreadsheet', () => {
  it('begins with the mark of UTF-8 and a row of headings', () => {
    expect(writeAuditCsv([]).startsWith('\uFEFFThời điểm,Ngày công tác,')).toBe(true);
  });

  it('quotes what holds commas, quotes and line breaks', () => {
    expect(writeAuditCsv([line])).toContain('"Hội nghị ""đối thoại"", tập huấn"');
  });

  it.each(['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)'])('lets no spreadsheet run %s', (title) => {
    expect(writeAuditCsv([{ ...line, title }])).toMatch(/,"?'[=+\-@]/);
  });
});
