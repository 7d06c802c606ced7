import type { Post } from '@phancong/contracts';
import { allUnits, leadershipKey, registryAsOf } from '@phancong/units';

/** The day of the registry on which the demonstration plan is activated. */
export const DEMONSTRATION_REGISTRY_DAY = '2025-01-15';

/** One password for every account of the demonstration; shown on its sign-in screen, never used elsewhere. */
export const DEMONSTRATION_PASSWORD = 'ke-hoach-2025';

export interface DemonstrationPerson {
  username: string;
  fullName: string;
  unitId: string;
  post: Post;
}

/** Invented people at headquarters: the heads decide, the officers prepare. */
const headquarters: DemonstrationPerson[] = [
  { username: 'ttt', fullName: 'Nguyễn Thu Hà', unitId: 'ttt', post: 'officer' },
  { username: 'ttt.giamdoc', fullName: 'Lê Quang Vinh', unitId: 'ttt', post: 'head' },
  { username: 'ttt.pho', fullName: 'Ngô Quỳnh Trang', unitId: 'ttt', post: 'deputy' },
  { username: 'quantri', fullName: 'Phan Hữu Nghĩa', unitId: 'bhxh-vn', post: 'administrator' },
  { username: 'cntt', fullName: 'Phạm Đức Long', unitId: 'ttcntt', post: 'officer' },
  { username: 'cskh', fullName: 'Đỗ Thị Mai', unitId: 'ttcskh', post: 'officer' },
  { username: 'tapchi', fullName: 'Vũ Hoàng Yến', unitId: 'tcbhxh', post: 'officer' },
  { username: 'khdt', fullName: 'Trần Minh Khôi', unitId: 'vkhdt', post: 'officer' },
  { username: 'tckt', fullName: 'Hoàng Thị Lan', unitId: 'vtckt', post: 'officer' },
  { username: 'tckt.vutruong', fullName: 'Bùi Xuân Trường', unitId: 'vtckt', post: 'head' },
  { username: 'lanhdao', fullName: 'Đặng Hữu Phước', unitId: leadershipKey, post: 'head' },
];

const families = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Phan',
  'Vũ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Lý',
];
const middles = ['Văn', 'Thị', 'Minh', 'Thanh', 'Quốc', 'Ngọc', 'Hồng', 'Xuân'];
const givens = [
  'An',
  'Bình',
  'Cường',
  'Dung',
  'Hạnh',
  'Hùng',
  'Lan',
  'Nam',
  'Nga',
  'Phúc',
  'Quỳnh',
  'Sơn',
  'Thảo',
  'Tuấn',
  'Yến',
];

const pick = (list: readonly string[], place: number) => list[place % list.length] ?? '';

/** People of the demonstration: headquarters by name, one officer for each of the 63 offices, one for every other unit. */
export function demonstrationPeople(): DemonstrationPerson[] {
  const named = new Set(headquarters.map((person) => person.unitId));
  const others = registryAsOf(DEMONSTRATION_REGISTRY_DAY)
    .filter((unit) => ['provincialOffice', 'centralUnit'].includes(unit.kind) && !named.has(unit.id))
    .map((unit, index): DemonstrationPerson => ({
      username: unit.id.replace(/-truoc-2025-07$/, ''),
      fullName: `${pick(families, index * 5 + 3)} ${pick(middles, index * 3 + 1)} ${pick(givens, index * 7 + 2)}`,
      unitId: unit.id,
      post: 'officer',
    }));
  return [...headquarters, ...others];
}

export const demonstrationUnitName = (unitId: string) =>
  allUnits.find((unit) => unit.id === unitId)?.shortName ?? unitId;
