import { describe, expect, it } from '@jest/globals';

import { flows } from '../flows/released-flows.js';
import { askedBy, furnishOpening, hasDoorOn, refuseOpening, type Ground } from './open-door.js';

const task: Ground = {
  flow: 'task',
  state: 'inProgress',
  phase: 'open',
  fromUnitId: 'ttt',
  toUnitId: 'bac-giang',
  ownerUnitId: 'ttt',
  dueOn: '2025-12-31',
  children: [{ flow: 'coordination', phase: 'open', toUnitId: 'cntt' }],
};
const plan: Ground = { ...task, flow: 'plan', state: 'active', toUnitId: 'ttt', dueOn: null, children: [] };

const opener = (unitId: string, worksInPlan = true) => ({
  unitId,
  isSuperiorOf: (other: string) => unitId === 'lanh-dao' && other !== unitId,
  worksInPlan,
});
const refuse = (flow: keyof typeof flows, ground: Ground, unitId: string, works?: boolean) =>
  refuseOpening(flows[flow], flows[ground.flow], ground, opener(unitId, works))?.vi ?? null;

describe('A flow is opened on work', () => {
  it('by the lead unit alone when it asks for more time, and once at a time', () => {
    expect(refuse('extension', task, 'bac-giang')).toBeNull();
    expect(refuse('extension', task, 'cntt')).toBe('Chỉ đơn vị chủ trì mới được lập «Đề nghị gia hạn».');
    const waiting = { flow: 'extension', phase: 'open', toUnitId: 'ttt' } as const;
    expect(refuse('extension', { ...task, children: [waiting] }, 'bac-giang')).toBe(
      'Đã có một «Đề nghị gia hạn» đang chờ.',
    );
    expect(refuse('extension', { ...task, dueOn: null }, 'bac-giang')).toBe('Việc này không có thời hạn.');
    expect(refuse('extension', { ...task, phase: 'done' }, 'bac-giang')).toBe('Việc này đã kết thúc.');
  });

  it('by whoever stands above it when an explanation is asked for, never by the unit itself or a helper', () => {
    for (const unit of ['ttt', 'lanh-dao']) expect(refuse('explanation', task, unit)).toBeNull();
    for (const unit of ['bac-giang', 'cntt', 'lao-cai']) expect(refuse('explanation', task, unit)).not.toBeNull();
  });

  it('by units with work in the plan when a question is raised, not by the unit that would have to answer', () => {
    expect(refuse('question', plan, 'bac-giang')).toBeNull();
    expect(refuse('question', plan, 'lao-cai', false)).toMatch(/có nhiệm vụ trong kế hoạch/);
    expect(refuse('question', plan, 'ttt')).toMatch(/chính là đơn vị đầu mối/);
    expect(refuse('question', task, 'cntt')).toBeNull();
  });

  it('not before the plan is given out', () => {
    expect(refuse('periodReport', { ...plan, state: 'approved' }, 'ttt')).toMatch(/Đã phê duyệt, chưa giao/);
    expect(refuse('periodReport', plan, 'ttt')).toBeNull();
    expect(refuse('periodReport', plan, 'bac-giang')).toMatch(/mới được lập «Báo cáo định kỳ»/);
  });

  it('nowhere else', () => {
    expect(hasDoorOn(flows.periodReport, 'task')).toBe(false);
    expect(refuse('appraisal', task, 'ttt')).toBe('Không thể lập ở đây.');
  });
});

describe('An opened flow', () => {
  it('asks whom its door says', () => {
    expect(askedBy(flows.extension, task)).toEqual({ unitId: 'ttt' });
    expect(askedBy(flows.explanation, task)).toEqual({ unitId: 'bac-giang' });
    expect(askedBy(flows.handoff, task)).toEqual({ among: ['ttt', 'bac-giang', 'cntt'] });
    expect(askedBy(flows.coordination, task)).toEqual({ among: null });
  });

  it('takes title and deadline as its door says', () => {
    expect(furnishOpening(flows.explanation, task, { matter: ' Chậm hội nghị ' }, '2025-06-02')).toEqual({
      title: 'Chậm hội nghị',
      dueOn: '2025-06-09',
      input: { matter: ' Chậm hội nghị ' },
    });
    expect(furnishOpening(flows.periodReport, plan, { period: 'Quý I', dueOn: '2025-03-20' }, '2025-03-01').dueOn).toBe(
      '2025-03-20',
    );
    expect(furnishOpening(flows.coordination, task, {}, '2025-03-01').dueOn).toBe('2025-12-31');
  });

  it('on a deadline is told that deadline by the server, whatever was sent', () => {
    const { input } = furnishOpening(flows.extension, task, { currentDueOn: '2020-01-01' }, '2025-06-02');
    expect(input).toEqual({ currentDueOn: '2025-12-31' });
  });
});
