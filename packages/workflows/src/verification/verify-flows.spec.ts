import { describe, expect, it } from '@jest/globals';
import { assign, setup } from 'xstate';
import { z } from 'zod';

import { defineFlow } from '../engine/define-flow.js';
import { effectActions, isAnotherPerson, personOf } from '../engine/effect-actions.js';
import type { Flow, FlowEvent, FlowEventRule, FlowState } from '../engine/flow.js';
import { nothing } from '../engine/payloads.js';
import { notify } from '../engine/reminders.js';
import { verifyFlows } from './verify-flows.js';

const words = (vi: string) => ({ vi, en: `${vi} (en)` });
const clocks = [{ event: 'remind', when: { workingDaysAfterEntering: 5 } }];
const open = (vi: string, holder: 'from' | 'to'): FlowState => ({
  words: words(vi),
  holder,
  phase: 'open',
  tone: 'blue',
  clocks,
});
const rule = (vi: string, by: FlowEventRule['by']): FlowEventRule => ({ words: words(vi), by, payload: nothing });

const reminder = { actions: notify('owner', 'remindedInVain') };

const letterContext: Record<string, unknown> & { notes?: string } = {};

/** A sound little flow: one unit drafts and submits, the other one approves, another person than the submitter. */
const letterMachine = (parts: { states: Record<string, object>; context?: object }) =>
  setup({
    types: { context: letterContext, events: {} as FlowEvent },
    actions: {
      ...effectActions,
      keepSubmitter: assign({ submittedBy: ({ event }) => personOf(event) }),
      countBack: assign({ times: ({ context }) => ((context.times as number | undefined) ?? 0) + 1 }),
      growOn: assign({ notes: ({ context }) => `${context.notes ?? ''}${'ghi chú '.repeat(4000)}` }),
    },
    guards: {
      byAnotherPerson: ({ context, event }) => isAnotherPerson(event, (context.submittedBy as string | null) ?? null),
      never: () => false,
      // Looks at the hand alone, not at the one on whose behalf it moves.
      byAnotherHand: ({ context, event }) => event.actor?.personId !== context.submittedBy,
      notTooOften: ({ context }) => ((context.times as number | undefined) ?? 0) < 2,
    },
  }).createMachine({ context: { submittedBy: null, ...parts.context }, initial: 'drafted', states: parts.states });

const soundStates = {
  drafted: { on: { submit: { target: 'submitted', actions: 'keepSubmitter' }, remind: reminder } },
  submitted: { on: { approve: { guard: 'byAnotherPerson', target: 'approved' }, remind: reminder } },
  approved: { type: 'final' },
};

const sound: Flow = defineFlow({
  id: 'plan',
  version: 1,
  words: words('Công văn'),
  parties: { from: words('Đơn vị soạn'), to: words('Đơn vị duyệt') },
  states: {
    drafted: open('Đang soạn', 'from'),
    submitted: open('Chờ duyệt', 'to'),
    approved: { words: words('Đã duyệt'), holder: null, phase: 'done', tone: 'green' },
  },
  events: {
    submit: rule('Trình', ['from']),
    approve: rule('Duyệt', ['to']),
    remind: rule('Nhắc', 'system'),
  },
  input: z.object({}),
  guardWords: { byAnotherPerson: words('Người trình không tự duyệt'), never: words('Không bao giờ') },
  machine: letterMachine({ states: soundStates }),
});

const planted = (changes: Partial<Flow>) => verifyFlows([defineFlow({ ...sound, ...changes })], {});
const kinds = (changes: Partial<Flow>) => [...new Set(planted(changes).map((fault) => fault.kind))];

describe('The verification of flows', () => {
  it('finds nothing to blame in the shipped flows', () => {
    expect(verifyFlows()).toEqual([]);
  });

  it('passes a sound little flow', () => {
    expect(planted({})).toEqual([]);
  });

  it('finds a person who can approve what he submitted, and tells the way', () => {
    const { guard: _, ...unguarded } = soundStates.submitted.on.approve;
    const faults = planted({
      machine: letterMachine({
        states: { ...soundStates, submitted: { on: { approve: unguarded, remind: reminder } } },
      }),
    });
    expect(faults).toEqual([
      {
        flow: 'plan',
        kind: 'approvesOwnWork',
        story: {
          vi: 'Một người tự mình đi hết: Đơn vị soạn (bà Hoa) «Trình» → Đơn vị duyệt (bà Hoa) «Duyệt» → «Đã duyệt».',
          en: 'One person alone goes all the way: Đơn vị soạn (en) (Ms Hoa) “Trình (en)” → Đơn vị duyệt (en) (Ms Hoa) “Duyệt (en)” → “Đã duyệt (en)”.',
        },
      },
    ]);
  });

  it('finds a state that nothing leads to', () => {
    const faults = planted({
      states: { ...sound.states, archived: { words: words('Lưu trữ'), holder: null, phase: 'done', tone: 'grey' } },
      machine: letterMachine({ states: { ...soundStates, archived: { type: 'final' } } }),
    });
    expect(faults.map((fault) => fault.story.vi)).toEqual(['Không có cách nào đi đến «Lưu trữ».']);
  });

  describe('where something leads out of an end', () => {
    const states = {
      ...soundStates,
      approved: { on: { recall: { target: 'drafted', actions: notify('owner', 'remindedInVain') } } },
    };
    const recall: FlowEventRule = {
      ...rule('Thu hồi', ['to']),
      payload: z.object({ reason: z.string().min(1) }),
      reopens: true,
    };
    const withRecall = (event: FlowEventRule) =>
      planted({ machine: letterMachine({ states }), events: { ...sound.events, recall: event } });

    it('passes a correction that is marked and says why', () => {
      expect(withRecall(recall)).toEqual([]);
    });

    it.each([
      ['is not marked as a correction', { ...recall, reopens: undefined }],
      ['does not say why', { ...recall, payload: nothing }],
    ])('finds a move that %s', (_, event) => {
      expect(withRecall(event as FlowEventRule).map(({ story }) => story.vi)).toEqual([
        '«Đã duyệt» đã kết thúc mà vẫn còn việc.',
      ]);
    });
  });

  it('finds a dead end', () => {
    expect(
      kinds({
        machine: letterMachine({ states: { ...soundStates, submitted: { on: { remind: reminder } } } }),
        events: { submit: sound.events.submit!, remind: sound.events.remind! },
      }),
    ).toEqual(expect.arrayContaining(['deadEnd', 'noMover']));
  });

  it('finds a holder who can do nothing', () => {
    expect(kinds({ events: { ...sound.events, approve: rule('Duyệt', ['owner']) } })).toEqual(['noMover']);
  });

  it('finds a state that can be forgotten, and a clock that leads nowhere', () => {
    const { clocks: _, ...unclocked } = open('Chờ duyệt', 'to');
    expect(kinds({ states: { ...sound.states, submitted: unclocked } })).toContain('noClock');
    const nowhere = [{ event: 'wakeUp', when: { daysAfterDue: 1 } }];
    expect(kinds({ states: { ...sound.states, submitted: { ...unclocked, clocks: nowhere } } })).toContain('noClock');
  });

  it('finds a move that no condition ever lets through', () => {
    const faults = planted({
      machine: letterMachine({
        states: {
          ...soundStates,
          submitted: { on: { ...soundStates.submitted.on, submit: { guard: 'never', target: 'drafted' } } },
        },
      }),
    });
    expect(faults.map((fault) => fault.story.vi)).toEqual([
      '«Trình» ở «Chờ duyệt» không bao giờ thực hiện được (điều kiện never).',
    ]);
  });

  it('finds work that two units can pass back and forth for ever', () => {
    const faults = planted({
      events: { ...sound.events, giveBack: rule('Trả lại', ['to']) },
      machine: letterMachine({
        states: { ...soundStates, submitted: { on: { ...soundStates.submitted.on, giveBack: { target: 'drafted' } } } },
      }),
    });
    expect(faults.map((fault) => fault.story.vi)).toEqual([
      'Có thể đẩy qua đẩy lại mãi mà không ai hay: Đơn vị duyệt «Trả lại» → Đơn vị soạn «Trình» → …',
    ]);
  });

  it('finds a person who approves through another one by delegation', () => {
    const faults = planted({
      machine: letterMachine({
        states: {
          ...soundStates,
          submitted: { on: { approve: { guard: 'byAnotherHand', target: 'approved' }, remind: reminder } },
        },
      }),
      guardWords: { ...sound.guardWords, byAnotherHand: words('Người trình không tự duyệt') },
    });
    expect(faults.map((fault) => [fault.kind, fault.story.vi])).toEqual([
      [
        'approvesOwnWork',
        'Một người tự mình đi hết: Đơn vị soạn (bà Hoa) «Trình» → Đơn vị duyệt (ông Minh thay mặt bà Hoa) «Duyệt» → «Đã duyệt».',
      ],
    ]);
  });

  it('finds a way back and forth that counts but never tells anybody above', () => {
    const giveBack = { target: 'drafted', actions: 'countBack' };
    const faults = planted({
      events: { ...sound.events, giveBack: rule('Trả lại', ['to']) },
      machine: letterMachine({
        context: { times: 0 },
        states: { ...soundStates, submitted: { on: { ...soundStates.submitted.on, giveBack } } },
      }),
    });
    expect(faults.map((fault) => fault.kind)).toEqual(['endlessPingPong']);
  });

  it('is content with a way back that is refused once too often', () => {
    const giveBack = { guard: 'notTooOften', target: 'drafted', actions: 'countBack' };
    expect(
      planted({
        events: { ...sound.events, giveBack: rule('Trả lại', ['to']) },
        guardWords: { ...sound.guardWords, notTooOften: words('Đã trả lại hai lần') },
        machine: letterMachine({
          context: { times: 0 },
          states: { ...soundStates, submitted: { on: { ...soundStates.submitted.on, giveBack } } },
        }),
      }),
    ).toEqual([]);
  });

  it('is content with a way back that tells the owner of the plan', () => {
    const giveBack = { target: 'drafted', actions: notify('owner', 'goingBackAndForth') };
    expect(
      planted({
        events: { ...sound.events, giveBack: rule('Trả lại', ['to']) },
        machine: letterMachine({
          states: { ...soundStates, submitted: { on: { ...soundStates.submitted.on, giveBack } } },
        }),
      }),
    ).toEqual([]);
  });

  it('finds words that are missing in one language', () => {
    const faults = planted({
      events: { ...sound.events, submit: { ...sound.events.submit!, words: { vi: 'Trình', en: ' ' } } },
    });
    expect(faults.map((fault) => [fault.kind, fault.story.vi])).toEqual([
      ['words', '«submit» chưa có đủ lời bằng hai thứ tiếng.'],
    ]);
  });

  it('finds a refusal without a reason', () => {
    expect(kinds({ guardWords: {} })).toEqual(['words']);
  });

  it('finds tables and machine that do not fit, without playing them', () => {
    const { approved: _, ...fewer } = sound.states;
    expect(kinds({ states: fewer })).toContain('tables');
    expect(kinds({ events: { ...sound.events, stamp: rule('Đóng dấu', ['to']) } })).toEqual(['tables']);
    const { approve: __, ...lessEvents } = sound.events;
    expect(kinds({ events: lessEvents })).toContain('tables');
  });

  it('finds an end where somebody still holds the work', () => {
    expect(kinds({ states: { ...sound.states, approved: { ...sound.states.approved!, holder: 'to' } } })).toEqual([
      'tables',
    ]);
  });

  it('finds a context that grows', () => {
    const states = {
      ...soundStates,
      drafted: {
        on: { ...soundStates.drafted.on, submit: { target: 'submitted', actions: ['keepSubmitter', 'growOn'] } },
      },
    };
    expect(kinds({ machine: letterMachine({ states }) })).toEqual(['growingContext']);
  });

  it('says when a flow cannot even be started', () => {
    expect(kinds({ input: z.object({ number: z.string().regex(/^KH-/) }) })).toEqual(['tables']);
  });
});
