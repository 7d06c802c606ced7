import { describe, expect, it } from '@jest/globals';
import type { SourceRow } from '@phancong/contracts';

import { readDocumentFacts } from './read-document-facts.js';

const factsOf = (lines: readonly string[], sheet?: string) => {
  const source = [...lines, 'header'].map((cell, row): SourceRow => ({
    line: row + 1,
    row,
    kind: cell === 'header' ? 'header' : 'text',
    cells: [cell.replace(/^@\S+ /, '')],
    refs: [],
    ...(sheet === undefined ? {} : { sheet: /^@(\S+) /.exec(cell)?.[1] ?? sheet }),
  }));
  return readDocumentFacts(source, null).document;
};

describe('What the words above a table say of the document', () => {
  it('has the number and day of the letterhead, and not those of the plan that it carries out', () => {
    const facts = factsOf([
      'SỞ NỘI VỤ',
      'Số: 118/KH-SNV',
      'Nam Sơn, ngày 19 tháng 01 năm 2026',
      'KẾ HOẠCH',
      'Cải cách hành chính năm 2026',
      'Thực hiện Kế hoạch số 02/KH-UBND ngày 05/01/2026 của UBND tỉnh',
      'I. MỤC ĐÍCH',
    ]);
    expect(facts).toMatchObject({
      number: '118/KH-SNV',
      issuedOn: '2026-01-19',
      title: 'Kế hoạch - Cải cách hành chính năm 2026',
    });
  });

  it('leaves the number blank where only another document is named', () => {
    expect(factsOf(['KẾ HOẠCH', 'Thực hiện Kế hoạch số 02/KH-UBND ngày 05/01/2026']).number).toBeNull();
  });

  it('takes the number of the plan that an annex belongs to', () => {
    const facts = factsOf(['DANH MỤC NHIỆM VỤ NĂM 2026', '(Kèm theo Kế hoạch số 45/KH-UBND ngày 28/02/2026)']);
    expect(facts).toMatchObject({ number: '45/KH-UBND', issuedOn: '2026-02-28', title: 'Danh mục nhiệm vụ năm 2026' });
  });

  it('is not titled by another sheet of the workbook', () => {
    expect(factsOf(['@chi DỰ TOÁN KINH PHÍ NĂM 2026', 'KẾ HOẠCH TIẾT KIỆM ĐIỆN NĂM 2026'], 'việc').title).toBe(
      'Kế hoạch tiết kiệm điện năm 2026',
    );
  });
});
