import { describe, expect, it } from '@jest/globals';

import { begin, hoa, lan, minh } from '../testing/office.js';

const assignTask = (openCheckpoints = 0) =>
  begin('task', { from: hoa, to: lan, on: '2025-01-20', input: { openCheckpoints } });

const taskInProgress = (openCheckpoints = 0) => {
  const task = assignTask(openCheckpoints);
  task.by(lan, 'acknowledge');
  task.by(lan, 'start');
  return task;
};

const reportedTask = () => {
  const task = taskInProgress();
  task.today = '2025-05-19';
  task.by(lan, 'report', { summary: 'Đã tổ chức 11 hội nghị tại 11 huyện.' });
  return task;
};

describe('A task that the centre assigns to a province', () => {
  it('waits for the province, then goes to and fro until the centre accepts', () => {
    const task = assignTask();
    expect([task.state, task.holder]).toEqual(['assigned', 'to']);
    task.by(lan, 'acknowledge');
    task.by(lan, 'start');
    task.by(lan, 'report', { summary: 'Đã tổ chức 11 hội nghị.' });
    expect([task.state, task.holder]).toEqual(['reported', 'from']);
    task.by(minh, 'sendBack', { reason: 'Thiếu biên bản hội nghị ở huyện Tri Tôn.' });
    expect([task.state, task.holder, task.snapshot.context.reason]).toEqual([
      'inProgress',
      'to',
      'Thiếu biên bản hội nghị ở huyện Tri Tôn.',
    ]);
    task.by(lan, 'report', { summary: 'Đã bổ sung biên bản.' });
    task.by(hoa, 'accept');
    expect([task.state, task.holder, task.phase]).toEqual(['accepted', null, 'done']);
  });

  it('goes back to waiting when the province withdraws its acknowledgement, and the centre is told why', () => {
    const task = assignTask();
    task.by(lan, 'acknowledge');
    expect(task.tryBy(lan, 'withdrawAcknowledgement').ok).toBe(false);
    expect(task.tryBy(hoa, 'withdrawAcknowledgement', { reason: 'Bấm nhầm' }).ok).toBe(false);
    task.by(lan, 'withdrawAcknowledgement', { reason: 'Tiếp nhận nhầm cả danh sách' });
    expect([task.state, task.holder, task.snapshot.context.reason]).toEqual([
      'assigned',
      'to',
      'Tiếp nhận nhầm cả danh sách',
    ]);
    task.by(lan, 'acknowledge');
    task.by(lan, 'start');
    expect(task.tryBy(lan, 'withdrawAcknowledgement', { reason: 'Muộn rồi' }).ok).toBe(false);
  });

  it('counts as done on the day of the hand-in, although the centre accepts it after the deadline', () => {
    const task = reportedTask();
    task.today = '2025-05-28';
    task.by(hoa, 'accept');
    expect(task.facts.doneOn).toBe('2025-05-19');
  });

  it('cannot be reported while periodic reports are open, and says how many', () => {
    const task = taskInProgress(2);
    const refused = task.tryBy(lan, 'report', { summary: 'Xong' });
    expect(refused).toMatchObject({
      ok: false,
      code: 'GUARD_REFUSED',
      words: { vi: 'Còn 2 kỳ báo cáo chưa được chấp nhận.' },
    });
    task.by('system', 'checkpointAccepted');
    task.by('system', 'checkpointAccepted');
    expect(task.by(lan, 'report', { summary: 'Xong' }).state).toBe('reported');
  });

  it('is begun by the first work that is seen', () => {
    const task = assignTask(4);
    task.by(lan, 'acknowledge');
    task.by('system', 'workSeen');
    expect(task.state).toBe('inProgress');
    expect(task.tryBy('system', 'workSeen')).toMatchObject({ ok: false, code: 'EVENT_NOT_EXPECTED' });
  });

  it('may be returned twice as not our duty; the third time the leadership has to settle it', () => {
    const task = assignTask();
    for (let turn = 0; turn < 2; turn += 1) {
      task.by(lan, 'returnAssignment', { reason: 'Việc này thuộc Tạp chí BHXH.' });
      expect([task.state, task.holder]).toEqual(['returnedToAssigner', 'from']);
      task.by(hoa, 'insist', { reason: 'Phụ lục II giao BHXH tỉnh chủ trì.' });
    }
    const refused = task.tryBy(lan, 'returnAssignment', { reason: 'Vẫn không thuộc nhiệm vụ.' });
    expect(refused).toMatchObject({ ok: false, code: 'GUARD_REFUSED' });
    expect(refused.ok || refused.words.vi).toContain('trả lại 2 lần');
  });

  it('goes on after a suspension where it stood before', () => {
    const task = assignTask();
    task.by(lan, 'acknowledge');
    task.by(hoa, 'suspend', { reason: 'Chờ hướng dẫn sắp xếp bộ máy.' });
    task.by(hoa, 'resume');
    expect(task.state).toBe('acknowledged');
    task.by(lan, 'start');
    task.by(hoa, 'suspend', { reason: 'Chờ kinh phí.' });
    task.by(hoa, 'resume');
    expect(task.state).toBe('inProgress');
  });

  it('takes everything that hangs on it along when it is cancelled', () => {
    const task = taskInProgress(1);
    const cancelled = task.by(minh, 'cancel', { reason: 'Kết thúc hoạt động cấp huyện từ 01/7/2025.' });
    expect(cancelled.phase).toBe('cancelled');
    expect(cancelled.effects).toContainEqual({ type: 'tellChildren', event: 'parentEnded' });
  });

  it('tells the owner of the plan when a report is sent back for the third time', () => {
    const task = taskInProgress();
    for (let turn = 1; turn <= 3; turn += 1) {
      task.by(lan, 'report', { summary: `Lần ${turn}` });
      task.by(hoa, 'sendBack', { reason: 'Chưa đủ số liệu.' });
      expect(task.noticesTo('owner').includes('goingBackAndForth')).toBe(turn === 3);
    }
  });

  it('may not be accepted by the person who reported it, even where the centre is its own lead', () => {
    const task = begin('task', { from: hoa, to: hoa, on: '2025-01-20' });
    task.by(hoa, 'acknowledge');
    task.by(hoa, 'start');
    task.by(hoa, 'report', { summary: 'Đã ký hợp đồng.' });
    expect(task.offersTo(hoa).accept).toMatchObject({
      allowed: false,
      why: { vi: expect.stringContaining('tự chấp nhận') },
    });
    expect(task.offersTo(minh).accept).toMatchObject({ allowed: true, why: null });
    task.by(minh, 'accept');
  });
});

describe('The clocks of a task', () => {
  it('remind of the acknowledgement after 3 working days, over Tết, three times, then tell the owner', () => {
    const task = begin('task', { from: hoa, to: lan, on: '2025-01-24', facts: { dueOn: null } });
    // 25/1 to 2/2/2025 is the Tết leave, so the third working day after Friday the 24th is Wednesday the 5th.
    expect(task.letTimePassTo('2025-03-31')).toEqual([
      '2025-02-05 acknowledgeReminder',
      '2025-02-10 acknowledgeReminder',
      '2025-02-13 acknowledgeReminder',
    ]);
    expect(task.noticesTo('to').filter((notice) => notice === 'taskNotAcknowledged')).toHaveLength(3);
    expect(task.noticesTo('from').filter((notice) => notice === 'taskNotAcknowledged')).toHaveLength(3);
    expect(task.noticesTo('owner')).toEqual(['remindedInVain']);
    expect(task.clocks).toEqual([]);
  });

  it('say once that the deadline has passed, on the day after it, to both units', () => {
    const task = taskInProgress();
    expect(task.clocks).toEqual([{ event: 'deadlinePassed', fireOn: '2025-05-21' }]);
    expect(task.letTimePassTo('2025-06-30')).toEqual(['2025-05-21 deadlinePassed']);
    expect(task.noticesTo('to')).toContain('deadlinePassed');
    expect(task.noticesTo('from')).toContain('deadlinePassed');
    expect(task.state).toBe('inProgress');
  });

  it('move with a granted extension, and fire again for the new deadline', () => {
    const task = taskInProgress();
    task.letTimePassTo('2025-05-22');
    task.by('system', 'extended', { dueOn: '2025-06-20' });
    expect(task.clocks).toEqual([{ event: 'deadlinePassed', fireOn: '2025-06-21' }]);
    expect([task.facts.dueOn, task.facts.signedDueOn]).toEqual(['2025-06-20', '2025-05-20']);
  });

  it('stand still for a standing duty and for one without a term', () => {
    for (const facts of [{ standing: true }, { dueOn: null }]) {
      const task = begin('task', { from: hoa, to: lan, on: '2025-01-20', facts });
      expect(task.clocks.map((clock) => clock.event)).toEqual(['acknowledgeReminder']);
    }
  });

  it('ask the centre after 5 working days to look at a report', () => {
    const task = reportedTask();
    expect(task.clocks).toEqual([{ event: 'remind', fireOn: '2025-05-26' }]);
  });
});

describe('What was accepted and turns out wrong', () => {
  const acceptedTask = () => {
    const task = reportedTask();
    task.by(minh, 'accept');
    return task;
  };

  it('is work again when the centre reopens it with a reason: its hand-in counts no more, its clocks run', () => {
    const task = acceptedTask();
    expect([task.phase, task.facts.doneOn === null]).toEqual(['done', false]);
    task.by(hoa, 'reopen', { reason: 'Số liệu không khớp.' });
    expect([task.state, task.holder, task.phase, task.facts.doneOn]).toEqual(['inProgress', 'to', 'open', null]);
    expect(task.clocks.map(({ event }) => event)).toContain('deadlinePassed');
    expect(task.effects).toContainEqual({ type: 'correctReports', event: 'erratum', why: 'Số liệu không khớp.' });
    expect(task.noticesTo('to')).toContain('taskReopened');
  });

  it('is not reopened by the lead unit, nor without a reason; what was cancelled stays cancelled', () => {
    const task = acceptedTask();
    expect(task.tryBy(lan, 'reopen', { reason: 'Bổ sung.' })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(task.tryBy(hoa, 'reopen')).toMatchObject({ code: 'VALIDATION_FAILED' });
    const cancelled = taskInProgress();
    cancelled.by(hoa, 'cancel', { reason: 'Thôi thực hiện.' });
    expect(cancelled.tryBy(hoa, 'reopen', { reason: 'Nhầm.' })).toMatchObject({ code: 'EVENT_NOT_EXPECTED' });
  });

  it('is given to another unit only while it runs, and never to the one that has it', () => {
    const task = taskInProgress();
    const payload = { toUnitId: 'bhxh-ca-mau', reason: 'Chuyển địa bàn.' };
    expect(task.tryBy(lan, 'reassign', payload)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(task.tryBy(hoa, 'reassign', { ...payload, toUnitId: task.facts.toUnitId })).toMatchObject({
      code: 'GUARD_REFUSED',
    });
    task.by(hoa, 'reassign', payload);
    expect([task.state, task.holder, task.phase, task.clocks]).toEqual(['reassigned', null, 'cancelled', []]);
    expect(task.noticesTo('to')).toContain('taskReassigned');
    expect(task.effects).toContainEqual({ type: 'tellChildren', event: 'parentEnded' });
    expect(acceptedTask().tryBy(hoa, 'reassign', payload)).toMatchObject({ code: 'EVENT_NOT_EXPECTED' });
  });
});

describe('A deadline that the assigner moves', () => {
  it('goes to an earlier or a later day with its reason; the signed day stays, the clock follows, the lead is told', () => {
    const task = taskInProgress();
    const signed = task.facts.signedDueOn;
    expect(task.tryBy(hoa, 'redate', { dueOn: '2025-06-10' })).toMatchObject({ code: 'VALIDATION_FAILED' });
    task.by(hoa, 'redate', { dueOn: '2025-06-10', reason: 'Hội nghị lùi lịch.' });
    expect([task.state, task.facts.dueOn, task.facts.signedDueOn]).toEqual(['inProgress', '2025-06-10', signed]);
    expect(task.clocks).toEqual([{ event: 'deadlinePassed', fireOn: '2025-06-11' }]);
    expect(task.noticesTo('to')).toContain('deadlineMoved');
    task.by(minh, 'redate', { dueOn: '2025-05-15', reason: 'Cần sớm hơn.' });
    expect(task.facts.dueOn).toBe('2025-05-15');
  });

  it('is not moved by the lead unit, to the same day, nor where there is none', () => {
    const task = taskInProgress();
    const reason = 'Xin lùi.';
    expect(task.tryBy(lan, 'redate', { dueOn: '2025-06-10', reason })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(task.tryBy(hoa, 'redate', { dueOn: task.facts.dueOn!, reason })).toMatchObject({ code: 'GUARD_REFUSED' });
    const standing = begin('task', { from: hoa, to: lan, on: '2025-01-20', facts: { standing: true } });
    expect(standing.tryBy(hoa, 'redate', { dueOn: '2025-06-10', reason })).toMatchObject({ code: 'GUARD_REFUSED' });
  });
});
