import { describe, expect, it } from '@jest/globals';
import { transition } from 'xstate';

import { exploreFlow } from '../verification/explore-flow.js';
import { REHEARSAL_DAY, sampleValue } from '../verification/sample-value.js';
import { Rehearsal } from '../verification/rehearsal.js';
import { shippedSamples } from '../verification/shipped-samples.js';
import { flows } from '../flows/released-flows.js';
import { actorOf, begin, factsBetween, hoa, lan, person } from '../testing/office.js';
import { decideMove, eventFor } from './decide-move.js';
import { readEffects } from './effect-actions.js';
import { stepMachine } from './step-machine.js';
import { DamagedSnapshot } from './stored-snapshot.js';
import { transitionTable } from './transition-table.js';

describe('A refused move', () => {
  const task = () => begin('task', { from: hoa, to: lan, on: '2025-01-20' });

  it('is told first that the state does not expect it, whoever sends it', () => {
    expect(task().tryBy(hoa, 'accept')).toEqual({
      ok: false,
      code: 'EVENT_NOT_EXPECTED',
      words: {
        vi: 'Không thể «Chấp nhận kết quả» khi đang ở trạng thái «Đã giao, chờ tiếp nhận».',
        en: 'Cannot “Accept the result” while the state is “Assigned”.',
      },
      details: expect.objectContaining({ event: 'Chấp nhận kết quả', state: 'Đã giao, chờ tiếp nhận' }),
    });
  });

  it.each(['toString', 'constructor', '', 'xstate.init', '*'])('is refused for an event of no flow: "%s"', (event) => {
    expect(task().tryBy(lan, event)).toMatchObject({ ok: false, code: 'EVENT_NOT_EXPECTED' });
  });

  it('says who may, when the unit is another one', () => {
    expect(task().tryBy(hoa, 'acknowledge')).toMatchObject({
      code: 'NOT_ALLOWED',
      words: { vi: 'Chỉ đơn vị chủ trì mới được «Tiếp nhận».', en: 'Only the lead unit may “acknowledge”.' },
    });
  });

  it('is refused to a person who plays the system', () => {
    expect(task().tryBy(lan, 'extended', { dueOn: '2025-12-31' })).toMatchObject({
      code: 'NOT_ALLOWED',
      words: { vi: 'Việc «Được gia hạn» do hệ thống tự ghi nhận, không thực hiện bằng tay.' },
    });
  });

  it('names the fields that are wrong', () => {
    expect(task().tryBy(lan, 'returnAssignment', { reason: '   ' })).toMatchObject({
      code: 'VALIDATION_FAILED',
      details: { issues: [expect.objectContaining({ path: ['reason'] })] },
    });
  });
});

describe('A move', () => {
  it('keeps text as it was meant: trimmed and in NFC', () => {
    const task = begin('task', { from: hoa, to: lan, on: '2025-01-20' });
    const reason = ' Không thuộc nhiệm vụ '.normalize('NFD');
    const moved = task.by(lan, 'returnAssignment', { reason, forged: true });
    expect(moved.payload).toEqual({ reason: 'Không thuộc nhiệm vụ' });
  });

  it('is refused by a thrown DamagedSnapshot when what was stored is no snapshot', () => {
    const facts = factsBetween(hoa, lan);
    const move = {
      flow: flows.task,
      facts,
      actor: actorOf(lan, facts),
      event: 'acknowledge',
      payload: {},
      today: '2025-01-20',
    };
    for (const snapshot of [null, 'x', {}, { value: 'gone', status: 'active', context: {}, since: '2025-01-20' }]) {
      expect(() => decideMove({ ...move, snapshot })).toThrow(DamagedSnapshot);
    }
  });

  it('is a superior’s only where the flow says so', () => {
    const task = begin('task', { from: hoa, to: lan, on: '2025-01-20' });
    const superior = person('Lãnh đạo', 'bhxh-viet-nam', 'head');
    expect(task.tryBy(superior, 'acknowledge')).toMatchObject({ code: 'NOT_ALLOWED' });
  });
});

describe('A step of the engine', () => {
  it.each(Object.values(flows))('is the step of XState for every arrow of $id', (flow) => {
    const { ways } = exploreFlow(new Rehearsal(flow, shippedSamples));
    for (const way of ways.values()) {
      const rehearsal = new Rehearsal(flow, shippedSamples);
      let scene = rehearsal.open();
      for (const { event, actor } of way) {
        if ('ok' in scene) throw new Error(scene.words.vi);
        const payload = shippedSamples[flow.id]?.payloads?.[event] ?? sampleValue(flow.events[event]!.payload);
        const sent = eventFor(event, payload, actor, REHEARSAL_DAY, scene.facts);
        const { value, context } = scene.snapshot;
        const [next, actions] = transition(flow.machine, flow.machine.resolveState({ value, context }), sent);
        const { effects, ...stepped } = stepMachine(flow.machine, scene.snapshot, sent);
        expect(stepped).toEqual({ value: next.value, status: next.status, context: next.context });
        expect(effects).toEqual(readEffects(actions));
        const played = rehearsal.play(scene, event, actor);
        if ('ok' in played) throw new Error(played.words.vi);
        scene = played;
      }
    }
  });
});

describe('A flow', () => {
  it.each(Object.values(flows))('$id is flat: a state is one word, so a stored value is one word', (flow) => {
    expect([...transitionTable(flow.machine).keys()]).toEqual(Object.keys(flow.states));
    for (const node of Object.values(flow.machine.states)) expect(Object.keys(node.states)).toEqual([]);
  });

  it('has a hash of its content, so that a changed machine is noticed', () => {
    const hashes = Object.values(flows).map((flow) => flow.hash);
    expect(new Set(hashes).size).toBe(hashes.length);
    for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{16}$/);
  });
});
