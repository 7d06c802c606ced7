import { describe, expect, it } from '@jest/globals';

import { Bundle } from '../testing/bundle.js';
import { begin, dung, hoa, khoa, lan, minh, person, thu } from '../testing/office.js';

const shares = [
  { unitId: lan.unitId, amountVnd: '300000000' },
  { unitId: 'bhxh-bac-giang', amountVnd: '150000000' },
];
const bacGiang = person('Ngô Thị Bích', 'bhxh-bac-giang');

const estimate = () =>
  new Bundle(
    begin('budget', {
      from: hoa,
      to: dung,
      on: '2025-02-10',
      input: {
        purpose: 'Hội nghị tập huấn theo 3 cụm',
        appraiserUnitIds: [khoa.unitId, thu.unitId],
        payerUnitId: thu.unitId,
      },
      startedBy: hoa,
    }),
  );

const submitted = () => {
  const money = estimate();
  money.by(money.root, hoa, 'submit', { totalVnd: '450000000' });
  return money;
};

const appraised = () => {
  const money = submitted();
  for (const part of money.openParts('appraisal')) {
    const appraiser = part.facts.toUnitId === khoa.unitId ? khoa : thu;
    money.by(part, appraiser, 'pass', { opinion: 'Đúng định mức.' });
  }
  return money;
};

describe('Money for a row of the plan', () => {
  it('is appraised by both departments at once; whoever comes last moves it on', () => {
    const money = submitted();
    expect(money.openParts('appraisal').map((part) => part.facts.toUnitId)).toEqual([khoa.unitId, thu.unitId]);
    expect([money.root.state, money.root.holder]).toEqual(['appraising', null]);
    const [plan, finance] = money.openParts('appraisal');
    money.by(finance!, thu, 'pass', { opinion: 'Cân đối được nguồn.' });
    expect(money.root.state).toBe('appraising');
    money.by(plan!, khoa, 'pass', { opinion: 'Phù hợp kế hoạch năm.' });
    expect([money.root.state, money.root.holder]).toEqual(['awaitingApproval', 'to']);
  });

  it('comes back when one department returns it, and the other need not go on', () => {
    const money = submitted();
    const [plan, finance] = money.openParts('appraisal');
    money.by(finance!, thu, 'return', { reason: 'Vượt định mức thuê hội trường.' });
    expect([money.root.state, money.root.holder]).toEqual(['returned', 'from']);
    expect(money.root.snapshot.context).toMatchObject({
      returnedByUnitId: thu.unitId,
      reason: 'Vượt định mức thuê hội trường.',
    });
    expect([plan!.state, finance!.state]).toEqual(['cancelled', 'returned']);
    money.by(money.root, hoa, 'submit', { totalVnd: '420000000' });
    expect(money.openParts('appraisal').map((part) => part.snapshot.context)).toMatchObject([
      { round: 2, totalVnd: '420000000' },
      { round: 2, totalVnd: '420000000' },
    ]);
  });

  it('is approved by the leadership, transferred by finance, and settled when every unit has received its part', () => {
    const money = appraised();
    money.by(money.root, dung, 'approve', { transfers: shares });
    expect(money.root.state).toBe('transferring');
    const transfers = money.openParts('transfer');
    expect(transfers.map((part) => [part.facts.fromUnitId, part.facts.toUnitId])).toEqual([
      [thu.unitId, lan.unitId],
      [thu.unitId, bacGiang.unitId],
    ]);
    for (const part of transfers) money.by(part, thu, 'transfer', { orderNumber: 'UNC-017', on: '2025-02-10' });
    money.by(transfers[1]!, bacGiang, 'confirmReceipt', { on: '2025-02-10' });
    expect(money.root.state).toBe('transferring');
    money.by(transfers[0]!, lan, 'confirmReceipt', { on: '2025-02-10' });
    expect([money.root.state, money.root.phase]).toEqual(['settled', 'done']);
  });

  it('is approved only in full: the parts must add up to the whole', () => {
    const money = appraised();
    const less = [{ unitId: lan.unitId, amountVnd: '300000000' }];
    expect(money.root.tryBy(dung, 'approve', { transfers: less })).toMatchObject({
      code: 'GUARD_REFUSED',
      words: { vi: 'Tổng kinh phí phân bổ không khớp với tổng dự toán.' },
    });
  });

  it('is approved neither by its submitter nor by an officer nor by another unit', () => {
    const money = appraised();
    const submitterAtTop = person(hoa.name, dung.unitId, 'head');
    expect(money.root.tryBy(submitterAtTop, 'approve', { transfers: shares })).toMatchObject({ code: 'GUARD_REFUSED' });
    const officer = person('Cán bộ', dung.unitId, 'officer');
    expect(money.root.tryBy(officer, 'approve', { transfers: shares })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(money.root.tryBy(minh, 'approve', { transfers: shares })).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('is not appraised by the person who submitted it, even when he has moved to that department', () => {
    const money = submitted();
    const [plan] = money.openParts('appraisal');
    const moved = person(hoa.name, khoa.unitId);
    expect(plan!.tryBy(moved, 'pass', { opinion: 'Đồng ý' })).toMatchObject({
      code: 'GUARD_REFUSED',
      words: { vi: 'Người trình dự toán không được tự thẩm định.' },
    });
  });

  it('survives one department holding both seats, as since March 2025', () => {
    const money = new Bundle(
      begin('budget', {
        from: hoa,
        to: dung,
        on: '2025-03-10',
        input: { purpose: 'Tập huấn', appraiserUnitIds: [thu.unitId], payerUnitId: thu.unitId },
      }),
    );
    money.by(money.root, hoa, 'submit', { totalVnd: '1000000' });
    money.by(money.openParts('appraisal')[0]!, thu, 'pass', { opinion: 'Đồng ý' });
    expect(money.root.state).toBe('awaitingApproval');
  });

  it('may be returned or rejected by the leadership, or withdrawn before it is approved', () => {
    const returned = appraised();
    returned.by(returned.root, dung, 'returnToSubmitter', { reason: 'Giảm 10%.' });
    expect([returned.root.state, returned.root.holder]).toEqual(['returned', 'from']);
    const rejected = appraised();
    rejected.by(rejected.root, dung, 'reject', { reason: 'Không có nguồn.' });
    expect(rejected.root.phase).toBe('cancelled');
    const withdrawn = submitted();
    withdrawn.by(withdrawn.root, hoa, 'withdraw', { reason: 'Lập lại.' });
    expect(withdrawn.openParts('appraisal')).toEqual([]);
  });

  it('goes back to finance when it did not arrive, and days must be in order', () => {
    const money = appraised();
    money.by(money.root, dung, 'approve', { transfers: shares });
    const [part] = money.openParts('transfer');
    expect(part!.tryBy(thu, 'transfer', { orderNumber: 'UNC-1', on: '2025-02-11' })).toMatchObject({
      code: 'GUARD_REFUSED',
    });
    money.by(part!, thu, 'transfer', { orderNumber: 'UNC-1', on: '2025-02-10' });
    part!.today = '2025-02-14';
    expect(part!.tryBy(lan, 'confirmReceipt', { on: '2025-02-09' })).toMatchObject({
      code: 'GUARD_REFUSED',
      words: { vi: 'Ngày nhận không được trước ngày chuyển (10/02/2025).' },
    });
    money.by(part!, lan, 'notReceived', { reason: 'Kho bạc chưa báo có.' });
    expect([part!.state, part!.holder]).toEqual(['planned', 'from']);
  });
});
