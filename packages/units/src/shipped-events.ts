import type { RegistryChange, RegistryEvent, Unit } from '@phancong/contracts';

import { dayAfter } from './heirs.js';
import centralUnits from './data/central-units.json' with { type: 'json' };
import provincesSince from './data/provinces-since-2025-07.json' with { type: 'json' };
import provincesUntil from './data/provinces-until-2025-06.json' with { type: 'json' };
import regionalOffices from './data/regional-offices-2025.json' with { type: 'json' };

export const rootKey = 'bhxh-vn';
export const leadershipKey = 'lanh-dao-bhxh-vn';

const ordered = {
  before: 'Nghị định 89/2020/NĐ-CP',
  ofMarch: 'Quyết định 391/QĐ-BTC ngày 26/02/2025',
  ofJune: 'Quyết định 1733/QĐ-BTC ngày 12/05/2025',
  ofJuly: 'Nghị quyết 202/2025/QH15; Quyết định 2286/QĐ-BTC',
  renaming: 'Quyết định 2286/QĐ-BTC ngày 30/06/2025; Công văn 1521/BHXH-TCCB ngày 09/07/2025',
  hue: 'Nghị quyết 175/2024/QH15',
} as const;

function slug(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z]+/g, '-');
}

const keySince = (name: string) => `${slug(name)}-tu-2025-07`;
const keyUntil = (name: string) => `${slug(name)}-truoc-2025-07`;

type NewUnit = Extract<RegistryChange, { kind: 'founded' }>['unit'];

interface Founding extends Pick<Unit, 'confirmed'> {
  on: string | null;
  document: string | null;
}

const founded = (unit: NewUnit, { on, document, confirmed }: Founding): RegistryEvent => ({
  on,
  change: { kind: 'founded', unit },
  document,
  confirmed,
});

/** How a unit ended: taken over by one, by several, or by nobody that an act names. */
function ended(
  unit: { key: string; validTo: string; successors: readonly string[] },
  document: string,
  confirmed: boolean,
): RegistryEvent {
  const [only, ...others] = unit.successors;
  const change: RegistryChange =
    only === undefined
      ? { kind: 'abolished', unitId: unit.key }
      : others.length > 0
        ? { kind: 'split', unitId: unit.key, intoIds: [...unit.successors] }
        : { kind: 'merged', unitIds: [unit.key], intoId: only, passOn: 'successor' };
  return { on: dayAfter(unit.validTo), change, document, confirmed };
}

/** Endings with the same successor on the same day are one merger. */
function joinMergers(events: readonly RegistryEvent[]): RegistryEvent[] {
  const joined = new Map<string, RegistryEvent>();
  for (const event of events) {
    const { change } = event;
    const key =
      change.kind === 'merged' ? `${event.on}|${change.intoId}|${event.confirmed}` : `${joined.size}|${change.kind}`;
    const known = joined.get(key);
    if (known?.change.kind === 'merged' && change.kind === 'merged') {
      const unitIds = [...known.change.unitIds, ...change.unitIds];
      joined.set(key, { ...known, change: { ...change, unitIds } });
    } else joined.set(key, event);
  }
  return [...joined.values()];
}

const root: RegistryEvent[] = [
  founded(
    {
      id: rootKey,
      name: 'Bảo hiểm xã hội Việt Nam',
      shortName: 'BHXH Việt Nam',
      nameEn: 'Vietnam Social Security',
      kind: 'agency',
      parentId: null,
      code: null,
      aliases: ['BHXH VN', 'BHXHVN', 'VSS', 'Ngành', 'ngành BHXH Việt Nam'],
    },
    { on: null, document: null, confirmed: true },
  ),
  founded(
    {
      id: leadershipKey,
      name: 'Lãnh đạo BHXH Việt Nam',
      shortName: 'Lãnh đạo BHXH Việt Nam',
      nameEn: 'Leadership of Vietnam Social Security',
      kind: 'leadership',
      parentId: rootKey,
      code: null,
      aliases: ['Lãnh đạo Ngành'],
    },
    { on: null, document: null, confirmed: true },
  ),
];

const central = centralUnits.map((unit) =>
  founded(
    {
      id: unit.key,
      name: unit.name,
      shortName: unit.name.replace('Bảo hiểm xã hội', 'BHXH').replace('bảo hiểm xã hội', 'BHXH'),
      nameEn: unit.nameEn,
      kind: 'centralUnit',
      parentId: rootKey,
      code: unit.abbreviation,
      aliases: unit.aliases,
    },
    { on: unit.validFrom, document: unit.validFrom ? ordered.ofMarch : ordered.before, confirmed: unit.confirmed },
  ),
);

/** Successors that the annex itself names; the others are likely, and marked so. */
const certain = new Set(['ttcntt', 'vtckt', 'bcsxh', 'bcsyt', 'ttlt']);

const centralEndings = centralUnits.flatMap(({ key, validTo, successors }) =>
  validTo ? [ended({ key, validTo, successors }, ordered.ofMarch, certain.has(key))] : [],
);

interface Province {
  code: string;
  name: string;
  bhxhOffice: string;
  aliases: string[];
}

const officeOf = (id: string, province: Province): NewUnit => ({
  id,
  name: province.bhxhOffice.replace('BHXH', 'Bảo hiểm xã hội'),
  shortName: province.bhxhOffice,
  nameEn: `Social Security of ${province.name}`,
  kind: 'provincialOffice',
  parentId: rootKey,
  code: province.code,
  aliases: [province.name, ...province.aliases].map((name) => `BHXH ${name}`),
});

const officesUntil = provincesUntil.map((province) =>
  founded(officeOf(keyUntil(province.name), province), { on: null, document: null, confirmed: true }),
);

/** The province became the city of Huế under the same office. */
const hueRenamed: RegistryEvent = {
  on: '2025-01-01',
  change: {
    kind: 'renamed',
    unitId: 'thua-thien-hue-truoc-2025-07',
    name: 'Bảo hiểm xã hội thành phố Huế',
    shortName: 'BHXH thành phố Huế',
    nameEn: 'Social Security of Huế',
  },
  document: ordered.hue,
  confirmed: false,
};

const officesSince = provincesSince.map((province) =>
  founded(officeOf(keySince(province.name), province), {
    on: '2025-07-01',
    document: ordered.ofJuly,
    confirmed: true,
  }),
);

const provinceOfCode = new Map(provincesUntil.map((province) => [province.code, province]));
const nameSince = new Map(provincesSince.map((province) => [province.code, province.name]));

const provinceMergers = provincesSince.map(({ name, mergedFrom }): RegistryEvent => ({
  on: '2025-07-01',
  change: {
    kind: 'merged',
    unitIds: mergedFrom.flatMap((code) => keyUntil(provinceOfCode.get(code)?.name ?? '')),
    intoId: keySince(name),
    passOn: 'successor',
  },
  document: ordered.ofJuly,
  confirmed: true,
}));

/**
 * Two maps of 2025 that lay over the provincial offices: most regions of March never worked, those of June were renamed in
 * July. Work is not routed by them; names in documents of these months mean them.
 */
const regions = regionalOffices.map((office) =>
  founded(
    {
      id: office.key,
      name: office.name.replace('BHXH', 'Bảo hiểm xã hội'),
      shortName: office.name,
      nameEn: office.name.replace('BHXH khu vực', 'Regional Social Security'),
      kind: 'regionalOffice',
      parentId: rootKey,
      code: null,
      aliases: [],
    },
    {
      on: office.validFrom,
      document: office.validFrom === '2025-03-01' ? ordered.ofMarch : ordered.ofJune,
      confirmed: office.confirmed,
    },
  ),
);

const regionEndings = regionalOffices.map((office) => {
  const successors = office.successors.map((key) =>
    key.startsWith('@') ? keySince(nameSince.get(key.slice(1)) ?? '') : key,
  );
  const document = office.validFrom === '2025-03-01' ? ordered.ofJune : ordered.renaming;
  return ended({ ...office, successors }, document, office.confirmed);
});

/** The history that the product brings along, of which the shipped registry is derived. */
export const shippedEvents: readonly RegistryEvent[] = [
  ...root,
  ...central,
  ...officesUntil,
  ...officesSince,
  ...regions,
  hueRenamed,
  ...joinMergers(centralEndings),
  ...provinceMergers,
  ...joinMergers(regionEndings),
];
