import { describe, expect, it } from '@jest/globals';

import { begin, hoa, lan, minh, person } from '../testing/office.js';

const draft = (openDoubts = 0) => begin('plan', { from: hoa, to: hoa, on: '2025-01-06', input: { openDoubts } });
const administrator = person('Quản trị', hoa.unitId, 'administrator');

describe('A plan', () => {
  it('goes from draft over review and approval to its tasks and to its end', () => {
    const plan = draft();
    plan.by(hoa, 'submitForReview');
    plan.by(minh, 'approve');
    plan.by(hoa, 'activate', { registryOn: '2025-01-01' });
    expect([plan.state, plan.snapshot.context.approvedBy]).toEqual(['active', minh.name]);
    plan.by(minh, 'close');
    expect([plan.state, plan.phase, plan.facts.doneOn]).toEqual(['closed', 'done', '2025-01-06']);
  });

  it('is approved by a head of the unit, and not by the one who submitted it', () => {
    const plan = draft();
    plan.by(minh, 'submitForReview');
    expect(plan.tryBy(hoa, 'approve')).toMatchObject({
      code: 'NOT_ALLOWED',
      words: { vi: expect.stringContaining('lãnh đạo đơn vị') },
    });
    expect(plan.tryBy(minh, 'approve')).toMatchObject({
      code: 'GUARD_REFUSED',
      words: { vi: expect.stringContaining('tự phê duyệt') },
    });
    const otherHead = person('Hoàng Văn Nam', hoa.unitId, 'head');
    expect(plan.by(otherHead, 'approve').state).toBe('approved');
  });

  it('is not approved while doubts of the reading are open', () => {
    const plan = draft(3);
    plan.by(hoa, 'submitForReview');
    expect(plan.offersTo(minh).approve).toMatchObject({
      allowed: false,
      why: { vi: 'Còn 3 điểm nghi vấn chưa được giải quyết.', en: '3 doubts are not settled yet.' },
    });
    plan.by('system', 'doubtsChanged', { open: 0 });
    expect(plan.offersTo(minh).approve).toMatchObject({ allowed: true });
  });

  it('goes back to draft with a reason, also after approval', () => {
    const plan = draft();
    plan.by(hoa, 'submitForReview');
    plan.by(minh, 'returnToDraft', { reason: 'Sai cột đơn vị phối hợp.' });
    plan.by(hoa, 'submitForReview');
    plan.by(minh, 'approve');
    plan.by(minh, 'returnToDraft', { reason: 'Bổ sung dòng I.6.' });
    expect([plan.state, plan.snapshot.context.reason]).toEqual(['draft', 'Bổ sung dòng I.6.']);
  });

  it('is none of the business of a province or of the administrator', () => {
    const plan = draft();
    expect(plan.tryBy(lan, 'submitForReview')).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(plan.tryBy(administrator, 'submitForReview')).toMatchObject({ code: 'NOT_ALLOWED' });
  });
});
