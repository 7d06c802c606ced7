/** A name that stands for several units. `open` classes name nobody: a person must say who is meant. */
export type UnitClass = { key: string; name: string; spellings: readonly string[]; open: boolean };

export const unitClasses: readonly UnitClass[] = [
  {
    key: 'bhxh-tinh',
    name: 'BHXH tỉnh',
    spellings: [
      'BHXH các tỉnh',
      'BHXH các tỉnh, thành phố',
      'BHXH tỉnh, thành phố',
      'BHXH cấp tỉnh',
      'BHXH các tỉnh, thành phố trực thuộc Trung ương',
    ],
    open: false,
  },
  { key: 'bhxh-cac-cap', name: 'BHXH các cấp', spellings: [], open: false },
  {
    key: 'don-vi-truc-thuoc',
    name: 'Các đơn vị trực thuộc',
    spellings: ['Các đơn vị trực thuộc BHXH Việt Nam', 'Đơn vị trực thuộc', 'Các đơn vị thuộc BHXH Việt Nam'],
    open: false,
  },
  { key: 'don-vi-truc-thuoc-khac', name: 'Các đơn vị trực thuộc khác', spellings: [], open: true },
  {
    key: 'bhxh-huyen',
    name: 'BHXH huyện',
    spellings: [
      'BHXH cấp huyện',
      'BHXH các huyện',
      'BHXH các quận, huyện, thị xã',
      'BHXH các huyện, thị xã, thành phố',
      'BHXH quận, huyện, liên huyện',
      'BHXH liên huyện',
    ],
    open: false,
  },
  { key: 'bhxh-co-so', name: 'BHXH cơ sở', spellings: ['BHXH trực thuộc'], open: false },
  { key: 'bhxh-khu-vuc', name: 'BHXH khu vực', spellings: ['BHXH các khu vực'], open: false },
  {
    key: 'don-vi-nghiep-vu',
    name: 'Các đơn vị nghiệp vụ liên quan',
    spellings: ['Các đơn vị nghiệp vụ', 'Đơn vị nghiệp vụ liên quan'],
    open: true,
  },
];
