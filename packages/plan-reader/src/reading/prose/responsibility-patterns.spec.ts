import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import { foldName, resolveUnitName } from '@phancong/units';

import { readPlan } from '../../read-plan.js';

interface Party {
  unit: string;
  kind: string;
}
interface Pattern {
  id: string;
  text: string;
  category: string;
  context: { kind: string; heading: string | null };
  reading: { leads: Party[]; coordinators: Party[]; leadSource?: string; confidence: string; action: string };
}

const patterns = (
  JSON.parse(readFileSync(join(__dirname, '../../../../../fixtures/responsibility-patterns.json'), 'utf8')) as Pattern[]
).filter(({ context }) => context.kind !== 'cell');

const meaning = (name: string) => {
  const found = resolveUnitName(name, { asOf: '2025-01-15' });
  return 'key' in found && found.key !== null && found.kind !== 'generic' ? found.key : foldName(name);
};

/** The office in "VII.1 Trung tâm Truyền thông" or in a plain heading; null where the heading is a number or a column. */
function officeOf({ context }: Pattern): string | null {
  const words = (context.heading ?? '').replace(/^[IVX\d.]+\s*/u, '').replace(/^Điều \d+\.?\s*/u, '');
  return words === '' || words === 'heading' || /Công việc|Truyền thông thường xuyên/u.test(words) ? null : words;
}

/** The sentence as a plan has it: below the heading of its office, or by itself in the part on assignments. */
function readPattern(pattern: Pattern) {
  const isHeading = pattern.context.kind === 'heading';
  const sentence = pattern.text.replace(/^\d+\. /u, '');
  const office = isHeading ? sentence : officeOf(pattern);
  const words = isHeading ? 'Thực hiện Kế hoạch này.' : `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
  const body = office === null ? `1. ${words}` : `1. ${office}\n\na) ${words}`;
  const text = `KẾ HOẠCH\nThử nghiệm năm 2025\n\nI. TỔ CHỨC THỰC HIỆN\n\n${body}\n\n2. Sở Nội vụ\n\nTheo dõi.\n`;
  const result = readPlan(new TextEncoder().encode(text));
  if (!result.ok) throw new Error(result.code);
  const items = result.reading.items.filter(({ ref }) => ref.startsWith('I.1'));
  return {
    leads: items.flatMap(({ leads }) => leads).map(meaning),
    coordinators: items.flatMap(({ coordinators }) => coordinators).map(meaning),
  };
}

/**
 * Read otherwise, on purpose: parties to a contract or a regulation count as coordinators and groups of offices as one partner, as
 * the readings of the plans have it (R028, R056); who works with the directed is named too (R034, R036); a post stays the post that
 * is printed (R083); what is said of nobody, or stands for one province, is left to a person (R070, R085).
 */
const otherwise = new Set(['R028', 'R034', 'R036', 'R056', 'R070', 'R083', 'R085']);

/**
 * Told otherwise than the collection has it, for a reason. Where the collection takes the partner of "Phối hợp X …" for the
 * unspoken lead, the office of the heading leads here (R051, R057-R059); a lead that stands nowhere in the sentence or its
 * heading cannot be read from it alone.
 */
const notFromTheSentence = (pattern: Pattern) =>
  pattern.reading.leadSource !== undefined ||
  (officeOf(pattern) === null && pattern.context.heading !== null && !pattern.text.startsWith('BHXH'));

describe('Ways to say who leads and who helps', () => {
  const told = patterns.filter((pattern) => !notFromTheSentence(pattern));
  const compare = (pattern: Pattern) => {
    const read = readPattern(pattern);
    return {
      read: { leads: read.leads.toSorted(), coordinators: read.coordinators.toSorted() },
      wanted: {
        leads: pattern.reading.leads.map(({ unit }) => meaning(unit)).toSorted(),
        coordinators: pattern.reading.coordinators.map(({ unit }) => meaning(unit)).toSorted(),
      },
    };
  };

  it('are read as the collection has them', () => {
    const results = told
      .filter(({ id }) => !otherwise.has(id))
      .map((pattern) => ({ id: pattern.id, text: pattern.text, ...compare(pattern) }));
    const misses = results.filter(({ read, wanted }) => JSON.stringify(read) !== JSON.stringify(wanted));
    expect(misses).toEqual([]);
    expect(results.length).toBeGreaterThan(30);
  });
});
