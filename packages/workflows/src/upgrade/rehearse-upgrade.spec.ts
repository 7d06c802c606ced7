import { describe, expect, it } from '@jest/globals';

import type { Flow } from '../engine/flow.js';
import { defineFlow } from '../engine/define-flow.js';
import { compileDocument } from '../documents/compile-document.js';
import { describeAsDocument } from '../documents/describe-as-document.js';
import { startFlow } from '../engine/start-flow.js';
import { flows } from '../flows/released-flows.js';
import { begin, dung, hoa, lan, tuan } from '../testing/office.js';
import type { Mapping } from './mapping.js';
import { rehearseUpgrade, type Releases } from './rehearse-upgrade.js';
import { shippedReleases } from './shipped-releases.js';

const DAY = '2025-05-20';
const words = { vi: 'Thay đổi thử', en: 'A change on trial' };

/** A second version of the question, changed by the test, with a way to it where one is given. */
function withSecond(changes: Partial<Flow>, mapping?: Partial<Mapping>): Releases {
  const second = defineFlow({ ...flows.question, version: 2, ...changes });
  return {
    newest: { ...flows, question: second },
    all: [flows.question, second],
    mappings: mapping
      ? [{ flow: 'question', from: 1, to: 2, words, context: (before) => ({ ...before }), ...mapping }]
      : [],
  };
}

const asked = () => {
  const work = begin('question', { from: lan, to: hoa, on: '2025-05-12', input: { question: 'Mẫu nào?' } });
  return { flow: 'question' as const, machineVersion: 1, snapshot: work.snapshot, facts: work.facts };
};
const { asked: _, ...withoutAsked } = flows.question.states;

describe('An upgrade rehearsed on running work', () => {
  it('lists the moves that are gained and lost and the new name of the state', () => {
    const { withdraw: __, ...events } = flows.question.events;
    const states = {
      ...flows.question.states,
      asked: { ...flows.question.states.asked!, words: { vi: 'Chờ giải đáp', en: 'Waiting' } },
    };
    const rehearsed = rehearseUpgrade(asked(), withSecond({ events, states }, {}), DAY);
    expect(rehearsed).toMatchObject({
      kind: 'moves',
      snapshot: { value: 'asked' },
      change: {
        state: { after: { vi: 'Chờ giải đáp' } },
        holder: false,
        gained: [],
        lost: [{ vi: 'Rút câu hỏi' }],
        clocks: false,
      },
    });
  });

  it('leaves work in its own version where no way is stated', () => {
    expect(rehearseUpgrade(asked(), withSecond({}), DAY)).toEqual({ kind: 'stays', newest: 2 });
  });

  it('refuses to move work into a version that lacks its state', () => {
    const rehearsed = rehearseUpgrade(asked(), withSecond({ states: withoutAsked }, {}), DAY);
    expect(rehearsed).toMatchObject({
      kind: 'stranded',
      why: { vi: 'Bản 2 không có trạng thái «Đã hỏi, chờ trả lời» và cách chuyển chưa nêu trạng thái thay thế.' },
    });
  });

  it('follows the name that the mapping gives the state', () => {
    const rehearsed = rehearseUpgrade(
      asked(),
      withSecond({ states: withoutAsked }, { states: { asked: 'answered' } }),
      DAY,
    );
    expect(rehearsed).toMatchObject({ kind: 'moves', snapshot: { value: 'answered' }, change: { holder: true } });
  });

  it('refuses where nobody could move the work on', () => {
    const { answer: __, withdraw: ___, parentEnded: ____, ...events } = flows.question.events;
    const rehearsed = rehearseUpgrade(asked(), withSecond({ events }, {}), DAY);
    expect(rehearsed).toMatchObject({
      kind: 'stranded',
      why: { vi: 'Ở «Đã hỏi, chờ trả lời» của bản 2, Đơn vị đầu mối không còn bước nào để đi tiếp.' },
    });
  });

  it('refuses where the mapping forgets what the new version needs', () => {
    const rehearsed = rehearseUpgrade(asked(), withSecond({}, { context: ({ question }) => ({ question }) }), DAY);
    expect(rehearsed).toMatchObject({ kind: 'stranded', why: { vi: expect.stringContaining('timesAskedAgain') } });
  });

  it('lets work on an own version go on as it is: no shipped version follows it', () => {
    const { document } = describeAsDocument(flows.question);
    const own = compileDocument(document!, 1001);
    const started = startFlow(own, { facts: asked().facts, input: { question: 'Ai làm?' }, today: DAY, actor: null });
    if (!started.ok) throw new Error(started.words.en);
    const instance = { ...asked(), machineVersion: 1001, snapshot: started.snapshot };
    const releases = { ...shippedReleases, all: [...shippedReleases.all, own] };
    expect(rehearseUpgrade(instance, releases, DAY)).toEqual({ kind: 'current' });
    expect(rehearseUpgrade(instance, shippedReleases, DAY)).toMatchObject({ kind: 'damaged' });
  });

  it.each([
    ['nothing', null],
    ['another shape', { value: 'asked' }],
    ['a state that never was', { value: 'gone', status: 'active', context: {}, since: DAY }],
    ['an empty context', { value: 'asked', status: 'active', context: {}, since: DAY }],
  ])('sets aside what was damaged: %s', (_name, snapshot) => {
    expect(rehearseUpgrade({ ...asked(), snapshot }, shippedReleases, DAY)).toMatchObject({ kind: 'damaged' });
    expect(rehearseUpgrade({ ...asked(), machineVersion: 99 }, shippedReleases, DAY)).toMatchObject({
      kind: 'damaged',
    });
  });

  it('takes estimates of version 1 to version 2 without touching what was decided', () => {
    const estimate = begin('budget', {
      from: hoa,
      to: dung,
      on: '2025-05-12',
      input: { purpose: 'In tờ gấp', appraiserUnitIds: ['khdt'], payerUnitId: tuan.unitId },
    });
    const { appraisedBy: __, ...context } = estimate.snapshot.context;
    const snapshot = { ...estimate.snapshot, context };
    const old = { flow: 'budget' as const, machineVersion: 1, snapshot, facts: estimate.facts };
    expect(rehearseUpgrade(old, shippedReleases, DAY)).toMatchObject({
      kind: 'moves',
      snapshot: { ...snapshot, context: { ...context, appraisedBy: null } },
      change: { state: null, holder: false, gained: [], lost: [], clocks: false },
    });
  });
});
