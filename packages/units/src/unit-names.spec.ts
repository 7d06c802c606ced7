import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { foldName } from './fold-name.js';
import { resolveUnitName } from './resolve-unit-name.js';
import { splitUnitList } from './split-unit-list.js';

const asOf = '2025-01-15';

interface Pattern {
  id: string;
  text: string;
  coordinatorText?: string;
  category: string;
  context: { kind: string };
  reading: {
    leads: { unit: string; kind: string }[];
    coordinators: { unit: string; kind: string }[];
    inherited?: unknown;
  };
}

const patterns = JSON.parse(
  readFileSync(join(__dirname, '../../../fixtures/responsibility-patterns.json'), 'utf8'),
) as Pattern[];

/** The cells of the collection that hold text of their own; what a blank cell inherits is for the table to say. */
const cells = patterns
  .filter((pattern) => pattern.context.kind === 'cell' && pattern.text !== '')
  .flatMap((pattern) => [
    { id: `${pattern.id} lead`, text: pattern.text, units: pattern.reading.leads },
    { id: `${pattern.id} coordinator`, text: pattern.coordinatorText ?? '', units: pattern.reading.coordinators },
  ])
  .filter((cell) => cell.text !== '');

const named = (name: string) => {
  const resolution = resolveUnitName(name, { asOf });
  return resolution.kind === 'unit' || resolution.kind === 'class' ? foldName(resolution.name) : foldName(name);
};

/**
 * Read otherwise, on purpose: an abbreviation that the cell does not spell out stays as printed (R002, R017); "Các bộ, ban,
 * ngành, …" is one partner and not several (R008, R016), as the reading of the table of 2025 has it.
 */
const knownMisses = ['R002 coordinator', 'R008 coordinator', 'R016 lead', 'R017 lead'];

describe('Names of units in the cells of a plan', () => {
  it.each(cells.filter(({ id }) => !knownMisses.includes(id)).map((cell) => [cell.id, cell.text, cell] as const))(
    '%s: "%s" names the units that a careful official reads',
    (_id, text, cell) => {
      expect(splitUnitList(text).map(({ name }) => named(name))).toEqual(cell.units.map(({ unit }) => named(unit)));
    },
  );

  it('names at least nine cells of ten as the collection does', () => {
    expect((cells.length - knownMisses.length) / cells.length).toBeGreaterThan(0.88);
  });

  it.each([
    ['Trung tâm CNTT', 'ttcntt'],
    ['TRUNG TÂM TRUYỀN THÔNG', 'ttt'],
    ['Trung tâm Truyền thông'.normalize('NFD'), 'ttt'],
    ['Vụ Tài chính – Kế toán', 'vtckt'],
    ['Vụ Kế hoạch  và  Đầu tư;', 'vkhdt'],
    ['Tạp chí Bảo hiểm xã hội', 'tcbhxh'],
    ['BHXH tỉnh Khánh Hoà', 'khanh-hoa-truoc-2025-07'],
    ['Bảo hiểm xã hội TP. Hồ Chí Minh', 'ho-chi-minh-truoc-2025-07'],
    ['BHXH tỉnh Bà Rịa – Vũng Tàu', 'ba-ria-vung-tau-truoc-2025-07'],
    ['Lãnh đạo Ngành', 'lanh-dao-bhxh-vn'],
  ])('knows "%s" as %s in January 2025', (name, key) => {
    expect(resolveUnitName(name, { asOf })).toMatchObject({ kind: 'unit', key });
  });

  it('corrects a slip of one letter and says so', () => {
    expect(resolveUnitName('Trung tâm Truyên thông', { asOf })).toMatchObject({ key: 'ttt', corrected: true });
    expect(resolveUnitName('Trung tâm Dịch vụ hổ trợ, chăm sóc khách hàng', { asOf })).toMatchObject({
      key: 'ttcskh',
      corrected: true,
    });
  });

  it('gives the office of the day where one name belonged to two', () => {
    expect(resolveUnitName('BHXH tỉnh Bắc Ninh', { asOf: '2025-02-01' })).toMatchObject({
      key: 'bac-ninh-truoc-2025-07',
    });
    expect(resolveUnitName('BHXH tỉnh Bắc Ninh', { asOf: '2025-08-01' })).toMatchObject({ key: 'bac-ninh-tu-2025-07' });
    expect(resolveUnitName('BHXH tỉnh Bắc Giang', { asOf: '2025-08-01' })).toMatchObject({
      key: 'bac-giang-truoc-2025-07',
      outOfTime: true,
    });
  });

  it.each([
    ['Các đơn vị liên quan', 'generic'],
    ['các cơ quan, đơn vị có liên quan', 'generic'],
    ['Các đơn vị nghiệp vụ liên quan', 'generic'],
    ['UBND xã, phường, thị trấn', 'external'],
    ['Cơ quan thông tấn, báo chí Trung ương', 'external'],
    ['Trung tâm Văn hóa - Thể thao và Truyền thanh huyện', 'external'],
    ['Đơn vị cung ứng dịch vụ thiết kế', 'external'],
    ['Sao Hỏa', 'unknown'],
  ])('takes "%s" as %s', (name, kind) => {
    expect(resolveUnitName(name, { asOf }).kind).toBe(kind);
  });

  it('takes the head of an office for the office', () => {
    expect(resolveUnitName('Giám đốc BHXH các tỉnh, thành phố', { asOf })).toMatchObject({
      kind: 'class',
      key: 'bhxh-tinh',
    });
    expect(resolveUnitName('Thủ trưởng các đơn vị trực thuộc', { asOf })).toMatchObject({ key: 'don-vi-truc-thuoc' });
    expect(resolveUnitName('Giám đốc Sở Y tế', { asOf }).kind).toBe('external');
  });

  it('never splits inside a known name, and shows where each name stands', () => {
    const cell = '- Trung tâm Dịch vụ hỗ trợ, chăm sóc khách hàng - Vụ Tài chính - Kế toán - BHXH tỉnh';
    const names = splitUnitList(cell);
    expect(names.map(({ name }) => name)).toEqual([
      'Trung tâm Dịch vụ hỗ trợ, chăm sóc khách hàng',
      'Vụ Tài chính - Kế toán',
      'BHXH tỉnh',
    ]);
    for (const { name, start, end } of names) expect(cell.slice(start, end)).toBe(name);
  });
});
