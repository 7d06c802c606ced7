import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { resolveUnitName, type NameResolution } from './resolve-unit-name.js';

interface Expected {
  name: string;
  /** Day of the document: its names are those of its time. */
  asOf: string;
  kind: 'unit' | 'class' | 'outside' | 'nobody';
  key?: string;
}

const read = (name: string): unknown => JSON.parse(readFileSync(join(__dirname, '../../../fixtures', name), 'utf8'));

/** The golds of the four plans say what each of their units is. */
interface Gold {
  units: { name: string; aliases: string[]; kind: string; parent: string | null }[];
  items: { leads: string[]; coordinators: string[] }[];
}
const plans = [
  { file: 'plan-2021', asOf: '2021-06-01' },
  { file: 'plan-2023', asOf: '2023-03-01' },
  { file: 'plan-2025-table', asOf: '2025-01-15' },
  { file: 'plan-hanoi-2025', asOf: '2025-04-15' },
];
const classKinds = new Set(['province-class', 'unit-class', 'district-class', 'all-levels-class']);

/** The sector's own in a gold: named by the agency, or standing below it. What is beside it is outside. */
function kindInGold({ name, kind, parent }: Gold['units'][number], called: string): Expected['kind'] {
  const ofSector = /^BHXH|Lãnh đạo (?:Ngành|BHXH)/u.test(name) || parent?.startsWith('BHXH');
  if (kind === 'unspecified' || /(?:liên quan|khác)$/u.test(called)) return 'nobody';
  if (kind === 'armed-forces' || !ofSector) return 'outside';
  return classKinds.has(kind) ? 'class' : 'unit';
}

const ofGolds = plans.flatMap(({ file, asOf }): Expected[] =>
  (read(`${file}.reading.json`) as Gold).units.flatMap((unit) =>
    [unit.name, ...unit.aliases].map((name) => ({ name, asOf, kind: kindInGold(unit, name) })),
  ),
);

interface Pattern {
  source: string;
  reading: Record<'leads' | 'coordinators', { unit: string; kind: string; key?: string }[]>;
}
const kinds: Record<string, Expected['kind']> = {
  unit: 'unit',
  class: 'class',
  external: 'outside',
  externalClass: 'outside',
  role: 'outside',
  generic: 'nobody',
};
const ofPatterns = (read('responsibility-patterns.json') as Pattern[]).flatMap(({ reading, source }) =>
  [...reading.leads, ...reading.coordinators].map(({ unit: name, kind, key }): Expected => {
    // The head of an office stands for the office; other offices and other classes' heads are people outside.
    const meant = kind === 'role' && /BHXH/u.test(name) ? 'class' : (kinds[kind] ?? 'nobody');
    const asOf = plans.find(({ file }) => source.startsWith(file))?.asOf ?? '2025-04-15';
    return { name, asOf, kind: key === 'don-vi-truc-thuoc-khac' ? 'nobody' : meant, ...(key && { key }) };
  }),
);

const names = [
  ...new Map([...ofGolds, ...ofPatterns].map((one) => [`${one.asOf} ${one.name} ${one.kind}`, one])).values(),
];

const meant: Record<NameResolution['kind'], Expected['kind'] | 'doubt'> = {
  unit: 'unit',
  class: 'class',
  external: 'outside',
  generic: 'nobody',
  unknown: 'doubt',
};

/**
 * A name that was not understood is settled by a person; so is one that names nobody, and nobody gets work for it. Wrong in silence is a unit
 * that stands for a name without being meant, and a name of the sector that is taken for a body outside.
 */
function judge({ name, asOf, kind, key }: Expected): 'right' | 'doubt' | 'wrong' {
  const found = resolveUnitName(name, { asOf });
  const is = meant[found.kind];
  if (is === 'doubt' || ('outOfTime' in found && found.outOfTime)) return 'doubt';
  if (is === kind) return key !== undefined && 'key' in found && found.key !== key ? 'wrong' : 'right';
  return is === 'nobody' || (is === 'outside' && kind === 'nobody') ? 'doubt' : 'wrong';
}

describe('the names of units in the four plans and in the collection of responsibilities', () => {
  const judged = names.map((one) => ({ ...one, as: judge(one) }));
  const lineOf = (as: string) =>
    judged.filter((one) => one.as === as).map(({ name, asOf, kind }) => `${name} (${kind}, ${asOf})`);

  it('are understood in 98 of 100, the rest are doubts, and none is wrong in silence', () => {
    const [right, doubts, wrong] = ['right', 'doubt', 'wrong'].map(lineOf) as [string[], string[], string[]];
    process.stdout.write(
      `names of units: ${judged.length}, right ${right.length} (${(right.length / judged.length).toFixed(3)}), ` +
        `doubts ${doubts.length}, wrong ${wrong.length}${doubts.length ? `\n  doubts: ${doubts.join('; ')}` : ''}\n`,
    );
    expect(wrong).toEqual([]);
    expect(right.length / judged.length).toBeGreaterThanOrEqual(0.98);
  });
});
