import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { refuseDelegation, type Delegation } from './delegation.js';

const given = (from: string, to: string, validFrom: string, validTo: string, planId: string | null = null) => ({
  fromPersonId: from,
  toPersonId: to,
  planId,
  validFrom,
  validTo,
});

const today = '2025-05-05';
const may = given('minh', 'hoa', '2025-05-05', '2025-05-16');

describe('A delegation', () => {
  it('lets a colleague act for some days', () => {
    expect(refuseDelegation(may, [], today)).toBeUndefined();
  });

  it.each([
    ['to oneself', given('minh', 'minh', '2025-05-05', '2025-05-16'), 'Không thể ủy quyền cho chính mình.'],
    ['ending before it begins', given('minh', 'hoa', '2025-05-16', '2025-05-05'), 'Ngày kết thúc phải từ ngày bắt đầu'],
    ['for days that have passed', given('minh', 'hoa', '2025-04-01', '2025-05-04'), 'Thời gian ủy quyền đã qua.'],
    ['without an end in sight', given('minh', 'hoa', '2025-05-05', '2026-05-06'), 'không quá một năm'],
  ])('is refused %s', (_, asked, why) => {
    expect(refuseDelegation(asked, [], today)?.vi).toContain(why);
  });

  it('is refused when the receiver has delegated to the giver for a common day, directly or through others', () => {
    const back = given('hoa', 'minh', '2025-05-16', '2025-05-20');
    expect(refuseDelegation(may, [back], today)?.vi).toContain('vòng tròn');
    const through = [given('hoa', 'lan', '2025-05-01', '2025-05-30'), given('lan', 'minh', '2025-05-10', '2025-05-12')];
    expect(refuseDelegation(may, through, today)?.vi).toContain('vòng tròn');
  });

  it('is no circle when the days or the plans do not meet', () => {
    expect(refuseDelegation(may, [given('hoa', 'minh', '2025-05-17', '2025-05-20')], today)).toBeUndefined();
    const through = [given('hoa', 'lan', '2025-05-05', '2025-05-08'), given('lan', 'minh', '2025-05-09', '2025-05-12')];
    expect(refuseDelegation(may, through, today)).toBeUndefined();
    const forPlan = given('minh', 'hoa', '2025-05-05', '2025-05-16', 'kế hoạch 1');
    const otherPlan = given('hoa', 'minh', '2025-05-05', '2025-05-16', 'kế hoạch 2');
    expect(refuseDelegation(forPlan, [otherPlan], today)).toBeUndefined();
  });

  const persons = ['a', 'b', 'c', 'd'] as const;
  const days = Array.from({ length: 9 }, (_, n) => `2025-05-${String(n + 5).padStart(2, '0')}`);
  const plans = ['kế hoạch 1', 'kế hoạch 2'] as const;
  const delegation = fc
    .record({
      fromPersonId: fc.constantFrom(...persons),
      toPersonId: fc.constantFrom(...persons),
      planId: fc.constantFrom(null, ...plans),
      days: fc.tuple(fc.nat(8), fc.nat(8)),
    })
    .filter(({ fromPersonId, toPersonId }) => fromPersonId !== toPersonId)
    .map(({ days: [one, other], ...who }): Delegation => ({
      ...who,
      validFrom: days[Math.min(one, other)] ?? today,
      validTo: days[Math.max(one, other)] ?? today,
    }));

  /** On this day and in this plan, does a post of the person come back to him? */
  function comesBack(person: string, all: readonly Delegation[], day: string, plan: string): boolean {
    const reached = new Set<string>();
    const spread = (from: string): void => {
      for (const one of all) {
        const counts = one.validFrom <= day && day <= one.validTo && (one.planId === null || one.planId === plan);
        if (!counts || one.fromPersonId !== from || reached.has(one.toPersonId)) continue;
        reached.add(one.toPersonId);
        spread(one.toPersonId);
      }
    };
    spread(person);
    return reached.has(person);
  }

  it('never lets a post come back to its holder, on any day in any plan, and refuses nothing else', () => {
    fc.assert(
      fc.property(fc.array(delegation, { maxLength: 12 }), (wishes) => {
        const accepted: Delegation[] = [];
        for (const wish of wishes) {
          const refused = refuseDelegation(wish, accepted, today) !== undefined;
          const circle = days.some((day) =>
            plans.some((plan) => persons.some((person) => comesBack(person, [...accepted, wish], day, plan))),
          );
          expect(refused).toBe(circle);
          if (!refused) accepted.push(wish);
        }
      }),
    );
  });
});
