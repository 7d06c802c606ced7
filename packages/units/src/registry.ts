import type { Unit } from '@phancong/contracts';

import centralUnits from './data/central-units.json' with { type: 'json' };
import provincesSince from './data/provinces-since-2025-07.json' with { type: 'json' };
import provincesUntil from './data/provinces-until-2025-06.json' with { type: 'json' };

export const rootKey = 'bhxh-vn';
export const leadershipKey = 'lanh-dao-bhxh-vn';
const reorganisedOn = '2025-07-01';
const lastDayBefore = '2025-06-30';

function slug(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z]+/g, '-');
}

const root: Unit = {
  id: rootKey,
  name: 'Bảo hiểm xã hội Việt Nam',
  shortName: 'BHXH Việt Nam',
  nameEn: 'Vietnam Social Security',
  kind: 'agency',
  parentId: null,
  validFrom: null,
  validTo: null,
  code: null,
  aliases: ['BHXH VN', 'BHXHVN', 'VSS', 'Ngành', 'ngành BHXH Việt Nam'],
  successorIds: [],
  confirmed: true,
};

const leadership: Unit = {
  ...root,
  id: leadershipKey,
  name: 'Lãnh đạo BHXH Việt Nam',
  shortName: 'Lãnh đạo BHXH Việt Nam',
  nameEn: 'Leadership of Vietnam Social Security',
  kind: 'leadership',
  parentId: rootKey,
  aliases: ['Lãnh đạo Ngành'],
};

const central = centralUnits.map((unit): Unit => ({
  id: unit.key,
  name: unit.name,
  shortName: unit.name.replace('Bảo hiểm xã hội', 'BHXH').replace('bảo hiểm xã hội', 'BHXH'),
  nameEn: unit.nameEn,
  kind: 'centralUnit',
  parentId: rootKey,
  validFrom: unit.validFrom,
  validTo: unit.validTo,
  code: unit.abbreviation,
  aliases: unit.aliases,
  successorIds: unit.successors,
  confirmed: unit.confirmed,
}));

const keySince = (name: string) => `${slug(name)}-tu-2025-07`;
const keyUntil = (name: string) => `${slug(name)}-truoc-2025-07`;

interface Province {
  code: string;
  name: string;
  bhxhOffice: string;
  aliases: string[];
}

function officeOf(province: Province): Omit<Unit, 'id' | 'validFrom' | 'validTo' | 'successorIds'> {
  return {
    name: province.bhxhOffice.replace('BHXH', 'Bảo hiểm xã hội'),
    shortName: province.bhxhOffice,
    nameEn: `Social Security of ${province.name}`,
    kind: 'provincialOffice',
    parentId: rootKey,
    code: province.code,
    aliases: [province.name, ...province.aliases].map((name) => `BHXH ${name}`),
    confirmed: true,
  };
}

const successorOfCode = new Map(
  provincesSince.flatMap((province) => province.mergedFrom.map((code) => [code, keySince(province.name)] as const)),
);

/** The province became the city of Huế on 01/01/2025 under the same office; the former name stays an alias. */
function renameHue(office: Unit): Unit {
  if (office.id !== 'thua-thien-hue-truoc-2025-07') return office;
  return {
    ...office,
    name: 'Bảo hiểm xã hội thành phố Huế',
    shortName: 'BHXH thành phố Huế',
    nameEn: 'Social Security of Huế',
    aliases: ['BHXH tỉnh Thừa Thiên Huế', ...office.aliases],
  };
}

const officesUntil = provincesUntil.map((province): Unit => {
  const successor = successorOfCode.get(province.code);
  return renameHue({
    ...officeOf(province),
    id: keyUntil(province.name),
    validFrom: null,
    validTo: lastDayBefore,
    successorIds: successor ? [successor] : [],
  });
});

const officesSince = provincesSince.map((province): Unit => ({
  ...officeOf(province),
  id: keySince(province.name),
  validFrom: reorganisedOn,
  validTo: null,
  successorIds: [],
}));

/** Every unit that the registry knows, of all times: root, leadership, 21 + 14 central units, 63 + 34 provincial offices. */
export const allUnits: readonly Unit[] = [root, leadership, ...central, ...officesUntil, ...officesSince];

const unitByKey = new Map(allUnits.map((unit) => [unit.id, unit]));

/** The unit with that key, of whatever time; null when there is none. */
export function findUnit(key: string): Unit | null {
  return unitByKey.get(key) ?? null;
}

/** True when the unit is in being on that day; both ends of its validity count. */
export function isInBeing(unit: Pick<Unit, 'validFrom' | 'validTo'>, asOf: string): boolean {
  return (unit.validFrom === null || unit.validFrom <= asOf) && (unit.validTo === null || unit.validTo >= asOf);
}

/**
 * The units in being on a day ('YYYY-MM-DD'): 63 provincial offices until 2025-06-30, 34 from 2025-07-01; 21 central units until
 * 2025-02-28, 14 from 2025-03-01. The regional offices of March to June 2025 are not in the registry.
 */
export function registryAsOf(asOf: string): Unit[] {
  return allUnits.filter((unit) => isInBeing(unit, asOf));
}

/** The units whose work passed to this one: BHXH tỉnh Bắc Ninh since 07/2025 has Bắc Giang and Bắc Ninh before. */
export function predecessorsOf(key: string): Unit[] {
  return allUnits.filter((unit) => unit.successorIds.includes(key));
}
