import { beforeAll, describe, expect, it } from '@jest/globals';
import type { PlanReading } from '@phancong/contracts';

import { readSeedPlan } from '../../testing/read-seed-plan.js';
import { cleanReading, placeRows } from './storable-reading.js';

describe('a reading on its way to the database', () => {
  let reading: PlanReading;
  beforeAll(async () => {
    reading = await readSeedPlan();
  });

  it('places each heading before the rows that stand below it', () => {
    const { headings, items } = placeRows(reading);
    const placeOf = (ref: string) => items.find(({ item }) => item.ref === ref)?.position ?? -1;
    for (const heading of headings) {
      const below = items.filter(({ item }) => item.ref.startsWith(`${heading.ref}.`));
      for (const { position } of below) expect(position).toBeGreaterThan(heading.position);
    }
    expect(placeOf('II.1')).toBe(placeOf('II.2') - 1);
    const positions = [...headings, ...items].map((row) => row.position).sort((a, b) => a - b);
    expect(positions).toEqual([...Array(reading.headings.length + 22).keys()]);
  });

  it('places a heading without a known line before its first row, and one without rows at the end', () => {
    const lost = {
      ...reading,
      source: [],
      headings: [
        { ref: 'I.3', title: 'Báo chí' },
        { ref: 'IX', title: 'Trống' },
      ],
    };
    const { headings, items } = placeRows(lost);
    const firstOfPress = items.find(({ item }) => item.ref.startsWith('I.3.'));
    expect(headings[0]?.position).toBe((firstOfPress?.position ?? 0) - 1);
    expect(headings[1]?.position).toBe(23);
  });

  it('is NFC, without characters that the database refuses', () => {
    const [first] = reading.items;
    if (!first) throw new Error('the seed has no rows');
    const title = `${'Hội nghị'.normalize('NFD')}\0 một nửa \ud83d`;
    const cleaned = cleanReading({ ...reading, items: [{ ...first, title }] });
    expect(cleaned.items[0]?.title).toBe('Hội nghị một nửa \ufffd');
    expect(cleaned.headings).toEqual(reading.headings);
  });
});
