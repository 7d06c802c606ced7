import { describe, expect, it } from '@jest/globals';

import { begin, hoa, lan, minh, thu, tryToBegin, tuan } from '../testing/office.js';

describe('A reporting period', () => {
  const open = (facts = {}) =>
    begin('checkpoint', {
      from: hoa,
      to: lan,
      on: '2025-01-20',
      facts: { startsOn: '2025-04-01', dueOn: '2025-06-25', ...facts },
    });

  it('cannot be reported before it begins, and says from when', () => {
    const quarter = open();
    const refused = quarter.tryBy(lan, 'report', { summary: 'Báo cáo quý II' });
    expect(refused).toMatchObject({ code: 'GUARD_REFUSED', words: { vi: expect.stringContaining('01/04/2025') } });
    quarter.today = '2025-04-01';
    expect(quarter.by(lan, 'report', { summary: 'Báo cáo quý II', figure: 11 }).state).toBe('reported');
  });

  it('is returned with a reason, handed in again and accepted; the task is told of both', () => {
    const quarter = open();
    quarter.today = '2025-06-20';
    quarter.by(lan, 'report', { summary: 'Đã tổ chức 4 hội nghị.', figure: 4 });
    quarter.by(minh, 'return', { reason: 'Thiếu danh sách người dự.' });
    expect([quarter.state, quarter.holder]).toEqual(['returned', 'to']);
    quarter.today = '2025-06-24';
    quarter.by(lan, 'report', { summary: 'Đã bổ sung danh sách.', figure: 4 });
    quarter.today = '2025-07-02';
    quarter.by(hoa, 'accept');
    expect(quarter.facts.doneOn).toBe('2025-06-24');
    expect(quarter.toldParent()).toEqual(['checkpointReported', 'checkpointReported', 'checkpointAccepted']);
    expect(quarter.snapshot.context).toMatchObject({ figure: 4, summary: 'Đã bổ sung danh sách.' });
  });

  it('ends with its task', () => {
    const quarter = open();
    quarter.by('system', 'parentEnded');
    expect([quarter.state, quarter.phase, quarter.holder]).toEqual(['cancelled', 'cancelled', null]);
    expect(quarter.clocks).toEqual([]);
  });

  it('takes a new deadline like a task', () => {
    const quarter = open();
    quarter.by('system', 'extended', { dueOn: '2025-07-05' });
    expect(quarter.clocks).toEqual([{ event: 'deadlinePassed', fireOn: '2025-07-06' }]);
  });
});

describe('A coordination', () => {
  const asked = () => begin('coordination', { from: lan, to: tuan, on: '2025-05-12' });

  it('is contributed, asked again, contributed and confirmed by the lead', () => {
    const help = asked();
    help.by(tuan, 'acknowledge');
    help.by(tuan, 'contribute', { note: 'Đã cấp tài khoản.', link: 'https://vssid.gov.vn' });
    help.by(lan, 'askAgain', { reason: 'Cần thêm số liệu truy cập.' });
    help.by(tuan, 'contribute', { note: 'Đã gửi số liệu.' });
    help.today = '2025-05-30';
    help.by(lan, 'confirm');
    expect([help.state, help.phase, help.facts.doneOn]).toEqual(['confirmed', 'done', '2025-05-12']);
  });

  it('is declined with a reason that the lead is told', () => {
    const help = asked();
    expect(help.tryBy(tuan, 'decline')).toMatchObject({ code: 'VALIDATION_FAILED' });
    help.by(tuan, 'decline', { reason: 'Không có nhân lực trong quý II.' });
    expect([help.state, help.phase]).toEqual(['declined', 'cancelled']);
    expect(help.noticesTo('from')).toEqual(['coordinationDeclined']);
    expect(help.toldParent()).toEqual(['coordinationDeclined']);
    expect(help.tryBy(tuan, 'acknowledge')).toMatchObject({ code: 'EVENT_NOT_EXPECTED' });
  });

  it('takes back what it sent before the lead has looked at it, and what it acknowledged; the lead is told why', () => {
    const help = asked();
    help.by(tuan, 'acknowledge');
    help.by(tuan, 'withdrawAcknowledgement', { reason: 'Nhận nhầm danh sách.' });
    expect([help.state, help.holder]).toEqual(['requested', 'to']);
    help.by(tuan, 'acknowledge');
    help.by(tuan, 'contribute', { note: 'Bản nháp.' });
    expect(help.facts.doneOn).toBe('2025-05-12');
    expect(help.tryBy(lan, 'withdrawContribution', { reason: 'Xem lại.' })).toMatchObject({ code: 'NOT_ALLOWED' });
    help.by(tuan, 'withdrawContribution', { reason: 'Gửi nhầm bản nháp.' });
    expect([help.state, help.facts.doneOn]).toEqual(['acknowledged', null]);
    expect(help.noticesTo('from')).toEqual([
      'coordinationAcknowledgementWithdrawn',
      'coordinationContributed',
      'contributionWithdrawn',
    ]);
    help.by(tuan, 'contribute', { note: 'Bản chính thức.' });
    help.by(lan, 'confirm');
    expect(help.tryBy(tuan, 'withdrawContribution', { reason: 'Muộn.' })).toMatchObject({ code: 'EVENT_NOT_EXPECTED' });
  });

  it('may be called off by the lead, not by others', () => {
    const help = asked();
    expect(help.tryBy(thu, 'cancel', { reason: 'Thôi' })).toMatchObject({
      code: 'NOT_ALLOWED',
      words: { vi: 'Chỉ đơn vị chủ trì mới được «Thôi đề nghị phối hợp».' },
    });
    expect(help.by(lan, 'cancel', { reason: 'Đã tự làm.' }).phase).toBe('cancelled');
  });
});

describe('A hand-off to the IT centre (row I.2.3)', () => {
  const offered = () =>
    begin('handoff', {
      from: hoa,
      to: tuan,
      on: '2025-05-12',
      input: { product: 'Infographic về BHXH tự nguyện', link: 'https://baohiemxahoi.gov.vn/a.png' },
      startedBy: hoa,
    });

  it('is accepted, published, proved by a link and confirmed', () => {
    const product = offered();
    product.by(tuan, 'accept');
    expect(product.tryBy(tuan, 'done', { proofLink: 'không có' })).toMatchObject({ code: 'VALIDATION_FAILED' });
    product.by(tuan, 'done', { proofLink: 'https://vssid.gov.vn/tin/1' });
    expect([product.state, product.holder]).toEqual(['done', 'from']);
    product.by(minh, 'confirm');
    expect([product.state, product.phase]).toEqual(['confirmed', 'done']);
    expect(product.snapshot.context.proofLink).toBe('https://vssid.gov.vn/tin/1');
  });

  it('is taken back by its receiver at each step until the giver has moved', () => {
    const product = offered();
    const reason = 'Bấm nhầm.';
    product.by(tuan, 'accept');
    product.by(tuan, 'withdrawAcceptance', { reason });
    expect([product.state, product.holder]).toEqual(['offered', 'to']);
    product.by(tuan, 'refuse', { reason });
    product.by(tuan, 'withdrawRefusal', { reason });
    product.by(tuan, 'accept');
    product.by(tuan, 'done', { proofLink: 'https://vssid.gov.vn/tin/1' });
    expect(product.facts.doneOn).toBe('2025-05-12');
    product.by(tuan, 'withdrawDone', { reason });
    expect([product.state, product.facts.doneOn]).toEqual(['accepted', null]);
    expect(product.tryBy(hoa, 'withdrawAcceptance', { reason })).toMatchObject({ code: 'NOT_ALLOWED' });
    product.by(tuan, 'done', { proofLink: 'https://vssid.gov.vn/tin/2' });
    product.by(hoa, 'confirm');
    expect(product.tryBy(tuan, 'withdrawDone', { reason })).toMatchObject({ code: 'EVENT_NOT_EXPECTED' });
  });

  it('is refused with a reason and offered again, or withdrawn', () => {
    const product = offered();
    product.by(tuan, 'refuse', { reason: 'Sai kích thước ảnh.' });
    expect([product.state, product.holder]).toEqual(['refused', 'from']);
    product.by(hoa, 'offerAgain', { note: 'Đã sửa kích thước.' });
    expect([product.state, product.snapshot.context.note]).toEqual(['offered', 'Đã sửa kích thước.']);
    product.by(hoa, 'withdraw', { reason: 'Thay sản phẩm khác.' });
    expect(product.phase).toBe('cancelled');
  });

  it('goes back to the receiver when the giver does not see it done', () => {
    const product = offered();
    product.by(tuan, 'accept');
    product.by(tuan, 'done', { proofLink: 'https://vssid.gov.vn/tin/1' });
    product.by(hoa, 'notDone', { reason: 'Đường dẫn không mở được.' });
    expect([product.state, product.holder]).toEqual(['accepted', 'to']);
  });

  it('is asked for after 5 working days without an answer', () => {
    const product = offered();
    expect(product.letTimePassTo('2025-05-20')).toEqual(['2025-05-19 remind']);
    expect(product.noticesTo('to')).toEqual(['handoffOffered', 'handoffWaiting']);
  });
});

describe('A request for more time', () => {
  const ask = (askedDueOn: string) => ({
    from: lan,
    to: hoa,
    on: '2025-05-12',
    input: { askedDueOn, reason: 'Trùng đợt cao điểm thu.', currentDueOn: '2025-05-20' },
    startedBy: lan,
  });

  it('is granted with the day asked for, and the work is told', () => {
    const request = begin('extension', ask('2025-06-10'));
    const granted = request.by(hoa, 'grant', { note: 'Đồng ý.' });
    expect(granted.effects).toContainEqual({ type: 'tellParent', event: 'extended', payload: { dueOn: '2025-06-10' } });
    expect([request.state, request.phase]).toEqual(['granted', 'done']);
  });

  it('is granted with another day than the one asked for', () => {
    const request = begin('extension', ask('2025-06-10'));
    const granted = request.by(hoa, 'grant', { dueOn: '2025-05-30' });
    expect(granted.effects).toContainEqual({ type: 'tellParent', event: 'extended', payload: { dueOn: '2025-05-30' } });
  });

  it.each(['2025-05-20', '2025-05-01'])('cannot ask for %s, which is no later than the deadline', (day) => {
    expect(tryToBegin('extension', ask(day))).toMatchObject({ ok: false, code: 'GUARD_REFUSED' });
  });

  it('cannot be granted with a day that is no later than the deadline', () => {
    const request = begin('extension', ask('2025-06-10'));
    expect(request.tryBy(hoa, 'grant', { dueOn: '2025-05-20' })).toMatchObject({
      code: 'GUARD_REFUSED',
      words: { vi: 'Thời hạn mới phải sau thời hạn hiện tại (20/05/2025).' },
    });
  });

  it('is begun by the unit that owes the work alone', () => {
    expect(tryToBegin('extension', { ...ask('2025-06-10'), startedBy: thu })).toMatchObject({
      ok: false,
      code: 'NOT_ALLOWED',
    });
  });

  it('is refused with a reason or withdrawn, and the deadline stays', () => {
    const refusedRequest = begin('extension', ask('2025-06-10'));
    refusedRequest.by(hoa, 'refuse', { reason: 'Đã gia hạn một lần.' });
    const withdrawn = begin('extension', ask('2025-06-10'));
    withdrawn.by(lan, 'withdraw');
    expect([...refusedRequest.toldParent(), ...withdrawn.toldParent()]).toEqual([]);
  });
});
