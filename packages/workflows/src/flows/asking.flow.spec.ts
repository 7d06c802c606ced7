import { describe, expect, it } from '@jest/globals';

import { begin, dung, hoa, lan, minh, person, tryToBegin } from '../testing/office.js';

const director = person('Nguyễn Văn Bình', lan.unitId, 'head');

describe('A periodic report', () => {
  const input = { period: 'Tháng 5/2025', cutoffOn: '2025-05-14', dueOn: '2025-05-20' };
  const asked = () => begin('periodReport', { from: hoa, to: lan, on: '2025-05-05', input });
  const records = { total: 12, doneOnTime: 5, doneLate: 1, openInTime: 4, openOverdue: 2 };

  it('is drawn up only after the cut-off, signed by another person, accepted by a third', () => {
    const report = asked();
    expect(report.tryBy(lan, 'drawUp', { records })).toMatchObject({
      code: 'GUARD_REFUSED',
      words: { vi: 'Số liệu chốt đến hết ngày 14/05/2025; chỉ lập báo cáo từ ngày hôm sau.' },
    });
    report.today = '2025-05-15';
    report.by(lan, 'drawUp', { records, difficulties: 'Mưa lũ kéo dài.' });
    expect(report.snapshot.context).toMatchObject({ tasksTotal: 12, tasksOpenOverdue: 2, draftedBy: lan.name });
    expect(report.tryBy(lan, 'sign')).toMatchObject({ code: 'NOT_ALLOWED' });
    report.today = '2025-05-19';
    report.by(director, 'sign');
    expect([report.state, report.holder, report.facts.doneOn]).toEqual(['submitted', 'from', '2025-05-19']);
    expect(report.by(hoa, 'accept').phase).toBe('done');
  });

  it('cannot be signed by the head who drew it up himself', () => {
    const report = asked();
    report.today = '2025-05-15';
    report.by(director, 'drawUp', { records });
    expect(report.tryBy(director, 'sign')).toMatchObject({ code: 'GUARD_REFUSED' });
  });

  it('keeps its figures when it is returned, until it is drawn up anew', () => {
    const report = asked();
    report.today = '2025-05-15';
    report.by(lan, 'drawUp', { records });
    report.by(director, 'sign');
    report.by(minh, 'return', { reason: 'Thiếu phần khó khăn, vướng mắc.' });
    expect(report.snapshot.context).toMatchObject({ tasksTotal: 12 });
    expect(report.facts.doneOn).toBeNull();
    report.by(lan, 'drawUp', { records: { ...records, total: 13 }, difficulties: 'Không có.' });
    expect(report.snapshot.context).toMatchObject({ tasksTotal: 13, reason: null });
  });

  it('needs a working day between cut-off and due day (Decree 09/2019/NĐ-CP, article 8)', () => {
    const on = { from: hoa, to: lan, on: '2025-05-05' };
    // 14 May 2025 is a Wednesday: the 15th lies between it and the 16th, nothing lies between it and the 15th.
    expect(tryToBegin('periodReport', { ...on, input: { ...input, dueOn: '2025-05-16' } })).toMatchObject({ ok: true });
    expect(tryToBegin('periodReport', { ...on, input: { ...input, dueOn: '2025-05-15' } })).toMatchObject({
      ok: false,
      code: 'GUARD_REFUSED',
    });
    // Friday to Monday: the week-end does not count.
    const weekEnd = { ...input, cutoffOn: '2025-05-16', dueOn: '2025-05-19' };
    expect(tryToBegin('periodReport', { ...on, input: weekEnd })).toMatchObject({ ok: false });
  });
});

describe('Harmful information', () => {
  const input = { summary: 'Trang cá nhân đăng tin BHXH vỡ quỹ', link: 'https://vidu.vn/tin', foundOn: '2025-05-11' };
  const found = () => begin('incident', { from: lan, to: hoa, on: '2025-05-12', input });

  it('is assessed, answered by the centre and closed by the office that found it', () => {
    const incident = found();
    incident.by(hoa, 'assess', { severity: 'high', assessment: 'Lan truyền nhanh, 2.000 lượt chia sẻ.' });
    incident.by(hoa, 'answer', { measure: 'Đăng bài phản bác trên Cổng thông tin.', proofLink: 'https://vidu.vn/bai' });
    expect(incident.tryBy(hoa, 'close')).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(incident.by(lan, 'close').phase).toBe('done');
    expect(incident.snapshot.context).toMatchObject({ severity: 'high', answeredOn: '2025-05-12' });
  });

  it('is urged after one working day', () => {
    expect(found().clocks).toEqual([{ event: 'remind', fireOn: '2025-05-13' }]);
  });

  it('cannot have been found tomorrow', () => {
    const tomorrow = { ...input, foundOn: '2025-05-13' };
    expect(tryToBegin('incident', { from: lan, to: hoa, on: '2025-05-12', input: tomorrow })).toMatchObject({
      ok: false,
      code: 'GUARD_REFUSED',
      words: { vi: 'Ngày phát hiện không được sau ngày hôm nay (12/05/2025).' },
    });
  });

  it('tells the owner of the plan when more is asked for the third time', () => {
    const incident = found();
    for (let round = 0; round < 3; round += 1) {
      incident.by(hoa, 'askMore', { reason: 'Cần ảnh chụp màn hình.' });
      incident.by(lan, 'supply', { note: 'Đã gửi.' });
    }
    expect(incident.noticesTo('owner')).toEqual(['goingBackAndForth']);
  });
});

describe('A question to the focal point', () => {
  const asked = () =>
    begin('question', { from: lan, to: hoa, on: '2025-05-12', input: { question: 'Mẫu báo cáo nào áp dụng?' } });

  it('is answered, asked again, answered and closed by the asker', () => {
    const question = asked();
    question.by(hoa, 'answer', { answer: 'Mẫu số 02.' });
    question.by(lan, 'askAgain', { reason: 'Mẫu 02 chưa có cột số lượt.' });
    question.by(minh, 'answer', { answer: 'Dùng mẫu 02 sửa đổi.' });
    expect(question.by(lan, 'close').phase).toBe('done');
    expect(question.noticesTo('from')).toEqual(['questionAnswered', 'questionAnswered']);
  });

  it('ends with a task that is cancelled', () => {
    const question = asked();
    question.by('system', 'parentEnded');
    expect(question.phase).toBe('cancelled');
  });
});

describe('An explanation (giải trình)', () => {
  const asked = () =>
    begin('explanation', {
      from: dung,
      to: lan,
      on: '2025-06-02',
      input: { matter: 'Chưa tổ chức hội nghị quý II.' },
      facts: { dueOn: '2025-06-09' },
    });

  it('is given and judged by leadership; when it is not accepted, the owner of the plan hears of it', () => {
    const explanation = asked();
    explanation.by(lan, 'give', { explanation: 'Địa bàn bị ngập.', remedy: 'Tổ chức bù trong tháng 7.' });
    expect([explanation.holder, explanation.facts.doneOn]).toEqual(['from', '2025-06-02']);
    explanation.by(dung, 'reject', { reason: 'Kế hoạch bù chưa rõ ngày.' });
    expect([explanation.state, explanation.phase]).toEqual(['rejected', 'done']);
    expect(explanation.noticesTo('owner')).toEqual(['explanationRejected']);
  });

  it('is urged after 3 working days and told late the day after its deadline', () => {
    const explanation = asked();
    expect(explanation.letTimePassTo('2025-06-10')).toEqual([
      '2025-06-05 remind',
      '2025-06-10 remind',
      '2025-06-10 deadlinePassed',
    ]);
  });

  it('cannot be judged by the unit that gave it', () => {
    const explanation = asked();
    explanation.by(lan, 'give', { explanation: 'Địa bàn bị ngập.' });
    expect(explanation.tryBy(director, 'accept')).toMatchObject({ code: 'NOT_ALLOWED' });
  });
});
