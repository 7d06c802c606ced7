import { describe, expect, it } from '@jest/globals';
import type { Unit } from '@phancong/contracts';

import { findUnits, groupUnits } from './find-units.js';

const unit = (id: string, name: string, kind: Unit['kind'], aliases: string[] = []): Unit => ({
  id,
  name,
  shortName: name,
  nameEn: null,
  kind,
  parentId: null,
  validFrom: null,
  validTo: null,
  code: null,
  aliases,
  successorIds: [],
  confirmed: true,
});

const registry = [
  unit('da-nang', 'BHXH thành phố Đà Nẵng', 'provincialOffice'),
  unit('bac-giang', 'BHXH tỉnh Bắc Giang', 'provincialOffice'),
  unit('ttt', 'Trung tâm Truyền thông', 'centralUnit', ['TTTT']),
];
const idsOf = (units: readonly Unit[]) => units.map(({ id }) => id);

describe('Tìm đơn vị trong danh mục', () => {
  it.each([
    ['da nang', ['da-nang']],
    ['Đà Nẵng', ['da-nang']],
    ['giang bac', ['bac-giang']],
    ['tttt', ['ttt']],
    ['', ['da-nang', 'bac-giang', 'ttt']],
    ['hà nội', []],
  ])('finds by %j without marks, in any order of words', (search, found) => {
    expect(idsOf(findUnits(registry, search))).toEqual(found);
  });

  it('puts the units of the centre before the provinces, and these by name', () => {
    expect(groupUnits(registry).map(({ kind, units }) => [kind, idsOf(units)])).toEqual([
      ['centralUnit', ['ttt']],
      ['provincialOffice', ['da-nang', 'bac-giang']],
    ]);
  });
});
