import { describe, expect, it } from '@jest/globals';
import type { Post } from '@phancong/contracts';
import fc from 'fast-check';

import { isAnotherPerson, joinPersons, personOf } from '../engine/effect-actions.js';
import { Bundle } from '../testing/bundle.js';
import { actingFor, begin, dung, hoa, khoa, minh, person, thu, type Person } from '../testing/office.js';

const shares = [{ unitId: 'bhxh-an-giang', amountVnd: '450000000' }];

/** An estimate submitted and appraised by the named persons, waiting for its approval. */
function appraisedEstimate(submitter: Person, appraiser: Person): Bundle {
  const money = new Bundle(
    begin('budget', {
      from: hoa,
      to: dung,
      on: '2025-02-10',
      input: { purpose: 'Hội nghị tập huấn', appraiserUnitIds: [khoa.unitId, thu.unitId], payerUnitId: thu.unitId },
    }),
  );
  money.by(money.root, submitter, 'submit', { totalVnd: '450000000' });
  for (const part of money.openParts('appraisal')) {
    money.by(part, part.facts.toUnitId === khoa.unitId ? appraiser : thu, 'pass', { opinion: 'Đúng định mức.' });
  }
  return money;
}

const inSeatOf = (holder: Person, name: string) => person(name, holder.unitId, holder.post);

describe('Separation of duties: the person counts, not the post', () => {
  it('who appraised does not approve, even when seated at the top since', () => {
    const money = appraisedEstimate(hoa, khoa);
    expect(money.root.tryBy(inSeatOf(dung, khoa.name), 'approve', { transfers: shares })).toMatchObject({
      code: 'GUARD_REFUSED',
      words: { vi: 'Người đã thẩm định dự toán không được phê duyệt.' },
    });
    money.by(money.root, dung, 'approve', { transfers: shares });
    expect(money.root.state).toBe('transferring');
  });

  it.each([
    ['the submitter acts for the approver', hoa, khoa, actingFor(hoa, dung)],
    ['somebody acts for the approver who himself submitted', inSeatOf(hoa, dung.name), khoa, actingFor(minh, dung)],
    ['the submitter acted for the approver when submitting', actingFor(hoa, inSeatOf(hoa, dung.name)), khoa, dung],
    ['an appraiser acts for the approver', hoa, khoa, actingFor(khoa, dung)],
    ['the approver had appraised by a substitute', hoa, actingFor(khoa, inSeatOf(khoa, dung.name)), dung],
  ])('nobody approves his own estimate by delegation: %s', (_, submitter, appraiser, approver) => {
    const money = appraisedEstimate(submitter, appraiser);
    expect(money.root.tryBy(approver, 'approve', { transfers: shares })).toMatchObject({ code: 'GUARD_REFUSED' });
  });

  it('whoever submitted an earlier round does not appraise a later one', () => {
    const money = appraisedEstimate(hoa, khoa);
    money.by(money.root, dung, 'returnToSubmitter', { reason: 'Giảm 10%.' });
    money.by(money.root, inSeatOf(hoa, 'Cao Thị Vân'), 'submit', { totalVnd: '405000000' });
    const [part] = money.openParts('appraisal');
    expect(part!.tryBy(inSeatOf(khoa, hoa.name), 'pass', { opinion: 'Đồng ý' })).toMatchObject({
      code: 'GUARD_REFUSED',
    });
  });

  it('whoever acts for the head does not approve the plan that the head submitted', () => {
    const submittedBy = (submitter: Person) => {
      const plan = begin('plan', { from: hoa, to: hoa, on: '2025-01-06' });
      plan.by(submitter, 'submitForReview');
      return plan;
    };
    expect(submittedBy(minh).tryBy(actingFor(hoa, minh), 'approve')).toMatchObject({ code: 'GUARD_REFUSED' });
    expect(submittedBy(hoa).tryBy(actingFor(hoa, minh), 'approve')).toMatchObject({ code: 'GUARD_REFUSED' });
    const deputy = person('Ngô Văn Phó', hoa.unitId, 'deputy');
    expect(submittedBy(hoa).tryBy(deputy, 'approve')).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(submittedBy(hoa).tryBy(actingFor(deputy, minh), 'approve')).toMatchObject({ ok: true });
  });

  it('two groups of persons are another one exactly when they share nobody', () => {
    const ids = fc.constantFrom('a', 'b', 'c', 'd');
    const acted = fc.record({ personId: ids, onBehalfOfId: fc.option(ids, { nil: undefined }) });
    fc.assert(
      fc.property(acted, fc.array(acted, { maxLength: 4 }), (now, before) => {
        const event = (one: typeof now) => ({
          actor: {
            personId: one.personId,
            unitId: 'u',
            post: 'officer' as const,
            ...(one.onBehalfOfId && { onBehalfOfId: one.onBehalfOfId }),
          },
        });
        const earlier = before.reduce<string | null>((all, one) => joinPersons(all, personOf(event(one))), null);
        const involved = new Set(before.flatMap((one) => [one.personId, one.onBehalfOfId]));
        const shared = [now.personId, now.onBehalfOfId].some((id) => id !== undefined && involved.has(id));
        return isAnotherPerson(event(now), earlier) === !shared;
      }),
    );
  });
});

describe('What a post may do by itself', () => {
  const approval = (post: Post) => {
    const money = appraisedEstimate(hoa, khoa);
    return money.root.tryBy(person('Ai đó', dung.unitId, post), 'approve', { transfers: shares }).ok;
  };
  const opinion = (post: Post) => {
    const money = new Bundle(
      begin('budget', {
        from: hoa,
        to: dung,
        on: '2025-02-10',
        input: { purpose: 'Tập huấn', appraiserUnitIds: [khoa.unitId], payerUnitId: thu.unitId },
      }),
    );
    money.by(money.root, hoa, 'submit', { totalVnd: '1000000' });
    return money.openParts('appraisal')[0]!.tryBy(person('Ai đó', khoa.unitId, post), 'pass', { opinion: 'Đạt' }).ok;
  };

  it.each<[Post, boolean, boolean]>([
    ['leader', true, true],
    ['head', true, true],
    ['deputy', false, true],
    ['officer', false, true],
    ['appraiser', false, true],
    ['clerk', false, false],
    ['administrator', false, false],
  ])('%s: approves money %s, appraises %s', (post, approves, appraises) => {
    expect([approval(post), opinion(post)]).toEqual([approves, appraises]);
  });

  it('an appraiser gives opinions on estimates and moves nothing else', () => {
    const work = begin('task', { from: hoa, to: khoa, on: '2025-01-06' });
    expect(work.tryBy(person('Ai đó', khoa.unitId, 'appraiser'), 'acknowledge')).toMatchObject({ code: 'NOT_ALLOWED' });
  });
});
