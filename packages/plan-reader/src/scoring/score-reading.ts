import { isDeepStrictEqual } from 'node:util';

import type { PlanReading, ReadItem } from '@phancong/contracts';

/** The part of a reading that a person wrote down as right; fields that are not scored may be missing. */
export type ExpectedReading = { items: Omit<ReadItem, 'anchors'>[] };

export type ReadingScore = {
  items: { precision: number; recall: number };
  leads: number;
  coordinators: number;
  timing: number;
  targets: number;
  otherFields: number;
  /** One line for each difference, for whoever mends the reader. */
  misses: string[];
};

const scalarFields = [
  'title',
  'text',
  'unitOfMeasure',
  'fansOutTo',
  'kind',
  'handsOffTo',
  'receivesFrom',
  'approvers',
  'parentRef',
] as const;

class Tally {
  private right = 0;
  private given = 0;
  private wanted = 0;

  add(given: readonly string[], wanted: readonly string[]): boolean {
    const shared = given.filter((entry) => wanted.includes(entry)).length;
    this.right += shared;
    this.given += given.length;
    this.wanted += wanted.length;
    return shared === given.length && shared === wanted.length;
  }

  /** Twice the shared over all; 1 when there was nothing to find and nothing was claimed. */
  f1(): number {
    return this.given + this.wanted === 0 ? 1 : (2 * this.right) / (this.given + this.wanted);
  }
}

function timingOf(item: Omit<ReadItem, 'anchors'>) {
  const { windows, periods = [], deadline, recurrence, asNeeded } = item.timing;
  return { windows, periods, deadline, recurrence, asNeeded };
}

/** A target counts as found when numbers, unit, denominator, period and "about" agree; the wording of its metric is free. */
function targetsOf(item: Omit<ReadItem, 'anchors'>): string[] {
  return item.targets.map(({ min, max, unit, per, period, approx = false }) =>
    JSON.stringify([min, max, unit.toLowerCase(), per, period, approx]),
  );
}

/** Compares a reading with the expected one, item by item by ref. Optional items ("may") are neither wanted nor held against it. */
export function scoreReading(reading: Pick<PlanReading, 'items'>, expected: ExpectedReading): ReadingScore {
  const read = new Map(reading.items.map((item) => [item.ref, item]));
  const wanted = new Map(expected.items.map((item) => [item.ref, item]));
  const must = expected.items.filter((item) => item.obligation !== 'may');
  const found = must.filter((item) => read.has(item.ref));
  const claimed = reading.items.filter((item) => wanted.get(item.ref)?.obligation !== 'may');
  const misses = [
    ...must.filter((item) => !read.has(item.ref)).map((item) => `${item.ref}: not found`),
    ...claimed.filter((item) => !wanted.has(item.ref)).map((item) => `${item.ref}: not in the plan`),
  ];
  const [leads, coordinators, targets] = [new Tally(), new Tally(), new Tally()];
  let rightTimings = 0;
  let rightFields = 0;
  for (const item of must) {
    const own = read.get(item.ref);
    const check = (field: string, right: boolean, given: unknown, want: unknown) => {
      if (!right && own)
        misses.push(`${item.ref} ${field}: read ${JSON.stringify(given)}, expected ${JSON.stringify(want)}`);
      return right ? 1 : 0;
    };
    check('leads', leads.add(own?.leads ?? [], item.leads), own?.leads, item.leads);
    check(
      'coordinators',
      coordinators.add(own?.coordinators ?? [], item.coordinators),
      own?.coordinators,
      item.coordinators,
    );
    check('targets', targets.add(own ? targetsOf(own) : [], targetsOf(item)), own?.targets, item.targets);
    const timing = own && timingOf(own);
    rightTimings += check('timing', isDeepStrictEqual(timing, timingOf(item)), timing, timingOf(item));
    for (const field of scalarFields) {
      rightFields += check(field, isDeepStrictEqual(own?.[field], item[field]), own?.[field], item[field]);
    }
    check('timing text', own?.timing.text === item.timing.text, own?.timing.text, item.timing.text);
    check(
      'timing inherited',
      own?.timing.inheritedFrom === item.timing.inheritedFrom,
      own?.timing.inheritedFrom,
      item.timing.inheritedFrom,
    );
    check(
      'inferred',
      isDeepStrictEqual(own?.inferred.toSorted(), item.inferred.toSorted()),
      own?.inferred,
      item.inferred,
    );
  }
  return {
    items: {
      precision: claimed.length === 0 ? 0 : found.length / claimed.length,
      recall: found.length / Math.max(1, must.length),
    },
    leads: leads.f1(),
    coordinators: coordinators.f1(),
    timing: rightTimings / Math.max(1, must.length),
    targets: targets.f1(),
    otherFields: rightFields / Math.max(1, must.length * scalarFields.length),
    misses,
  };
}
