import { isDeepStrictEqual } from 'node:util';

import type { ItemKind, PlanReading, ReadItem } from '@phancong/contracts';
import { foldName, resolveUnitName } from '@phancong/units';

/** The part of a reading that a person wrote down as right; fields that are not scored may be missing. */
export type ExpectedItem = Omit<ReadItem, 'anchors' | 'parentRef' | 'inferred'> &
  Partial<Pick<ReadItem, 'parentRef' | 'inferred'>> & { kindAlt?: ItemKind[] };
export type ExpectedReading = {
  document?: { issuedOn?: string | null; year?: number | null };
  /** `free`: titles and texts were written down shortened, as a person does, and are not compared. */
  words?: 'free';
  items: ExpectedItem[];
};

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

const scalarFields = ['unitOfMeasure', 'fansOutTo', 'kind', 'handsOffTo', 'receivesFrom', 'approvers'] as const;

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

function timingOf(item: Pick<ReadItem, 'timing'>) {
  const { windows, periods = [], deadline, recurrence, asNeeded } = item.timing;
  return { windows, periods, deadline, recurrence, asNeeded };
}

/** A target counts as found when numbers, unit, denominator, period and "about" agree; the wording of its metric is free. */
function targetsOf(item: Pick<ReadItem, 'targets'>): string[] {
  return item.targets.map(({ min, max, unit, per, period, approx = false }) =>
    JSON.stringify([min, max, unit.toLowerCase(), per, period, approx]),
  );
}

/** "BHXH các tỉnh, thành phố" and "BHXH tỉnh" name the same: names are compared by what they mean, then by their letters. */
function meaningOf(name: string, asOf: string): string {
  const resolution = resolveUnitName(name, { asOf });
  return 'key' in resolution && resolution.key !== null && resolution.kind !== 'generic'
    ? resolution.key
    : foldName(name);
}

type Words = Pick<ReadItem, 'title' | 'text' | 'inferred'> & {
  timing: Pick<ReadItem['timing'], 'text' | 'inheritedFrom'>;
};

function wordsOf(
  item: Pick<ReadItem, 'title' | 'text' | 'timing'> & { inferred?: string[]; parentRef?: string | null },
): Words & { parentRef: string | null } {
  const { title, text, timing, inferred = [], parentRef = null } = item;
  return {
    title,
    text,
    inferred: inferred.toSorted(),
    parentRef,
    timing: { text: timing.text, inheritedFrom: timing.inheritedFrom },
  };
}

/** Compares a reading with the expected one, item by item by ref. Optional items ("may") are neither wanted nor held against it. */
export function scoreReading(reading: Pick<PlanReading, 'items'>, expected: ExpectedReading): ReadingScore {
  const asOf = expected.document?.issuedOn ?? `${expected.document?.year ?? 2025}-01-01`;
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
  let askedFields = 0;
  const fields = expected.words === 'free' ? scalarFields : [...scalarFields, 'words' as const];
  const meanings = (names: readonly string[]) => names.map((name) => meaningOf(name, asOf)).toSorted();
  for (const item of must) {
    const own = read.get(item.ref);
    const check = (field: string, right: boolean, given: unknown, want: unknown) => {
      if (!right && own)
        misses.push(`${item.ref} ${field}: read ${JSON.stringify(given)}, expected ${JSON.stringify(want)}`);
      return right ? 1 : 0;
    };
    check('leads', leads.add(meanings(own?.leads ?? []), meanings(item.leads)), own?.leads, item.leads);
    check(
      'coordinators',
      coordinators.add(meanings(own?.coordinators ?? []), meanings(item.coordinators)),
      own?.coordinators,
      item.coordinators,
    );
    check('targets', targets.add(own ? targetsOf(own) : [], targetsOf(item)), own?.targets, item.targets);
    const timing = own && timingOf(own);
    rightTimings += check('timing', isDeepStrictEqual(timing, timingOf(item)), timing, timingOf(item));
    for (const field of fields.filter((name) => name === 'words' || name in item)) {
      askedFields += 1;
      if (field === 'words') {
        const words = own && wordsOf(own);
        rightFields += check(field, isDeepStrictEqual(words, wordsOf(item)), words, wordsOf(item));
      } else if (field === 'kind') {
        const right = own !== undefined && [item.kind, ...(item.kindAlt ?? [])].includes(own.kind);
        rightFields += check(field, right, own?.kind, item.kind);
      } else if (field === 'handsOffTo' || field === 'receivesFrom' || field === 'approvers') {
        const right = own !== undefined && isDeepStrictEqual(meanings(own[field]), meanings(item[field]));
        rightFields += check(field, right, own?.[field], item[field]);
      } else rightFields += check(field, isDeepStrictEqual(own?.[field], item[field]), own?.[field], item[field]);
    }
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
    otherFields: askedFields === 0 ? 1 : rightFields / askedFields,
    misses,
  };
}
