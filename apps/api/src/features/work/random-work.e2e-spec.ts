import { addDays } from '@phancong/calendar';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { Actor, FlowId } from '@phancong/contracts';
import { flowOf, offerMoves, relationsOf } from '@phancong/workflows';
import { sampleValue } from '@phancong/workflows/paths';
import fc from 'fast-check';

import { DomainError } from '../../platform/errors/domain-error.js';
import { GivenWork } from '../../testing/given-work.js';
import { OfficeAtWork, stageOf } from '../../testing/office-at-work.js';
import { findBreaches } from '../../testing/plan-invariants.js';
import { startTestApi, type TestApi } from '../../testing/start-test-api.js';
import { WorkerService } from '../worker/worker.service.js';
import { factsOf, instanceColumns, type InstanceRow } from './engine/instance-row.js';
import { StartService } from './start.service.js';

const FIRST_DAY = '2025-05-20';
const BAC_GIANG = 'bac-giang-truoc-2025-07';
const LAO_CAI = 'lao-cai-truoc-2025-07';

const startable = ['extension', 'handoff', 'coordination', 'question', 'incident', 'explanation'] as const;
const startInputs: Partial<Record<FlowId, Record<string, unknown>>> = {
  extension: { askedDueOn: '2025-07-30', reason: 'Địa bàn bị ngập' },
};

interface Attempt {
  /** A move that is offered to somebody, any move by anybody, a flow opened on the task, or days that pass. */
  kind: 'offered' | 'any' | 'start' | 'days';
  at: number;
  who: number;
  what: number;
  blank: boolean;
}

const attempts = fc.array(
  fc.record<Attempt>({
    kind: fc.oneof(
      { weight: 10, arbitrary: fc.constant('offered' as const) },
      { weight: 3, arbitrary: fc.constant('any' as const) },
      { weight: 2, arbitrary: fc.constant('start' as const) },
      { weight: 2, arbitrary: fc.constant('days' as const) },
    ),
    at: fc.nat({ max: 30 }),
    who: fc.nat({ max: 30 }),
    what: fc.nat({ max: 30 }),
    blank: fc.boolean(),
  }),
  { maxLength: 60, size: 'max' },
);

describe('whatever the offices do with a task, its parts and an estimate', () => {
  let api: TestApi;
  let office: OfficeAtWork;
  let people: Actor[];

  beforeAll(async () => {
    api = await startTestApi({ name: 'random work', today: FIRST_DAY });
    office = await OfficeAtWork.open(api);
    people = [...office.people.values()];
  }, 60_000);
  afterAll(() => api.close());

  async function layOut(): Promise<GivenWork> {
    const given = await GivenWork.activePlan(api.sql, { today: FIRST_DAY });
    const task = await given.started({ to: BAC_GIANG, dueOn: '2025-06-30', input: { openCheckpoints: 2 } });
    for (const dueOn of ['2025-05-25', '2025-06-25'])
      await given.started({ flow: 'checkpoint', to: BAC_GIANG, parentId: task, dueOn });
    await given.started({ flow: 'coordination', from: BAC_GIANG, to: LAO_CAI, parentId: task, dueOn: '2025-06-30' });
    await given.started({
      flow: 'budget',
      to: 'lanh-dao-bhxh-vn',
      input: stageOf('budget', office.actor('ttt')).input,
    });
    return given;
  }

  const rowsOf = (planId: string) =>
    api.query<InstanceRow & Record<string, unknown>>(
      `select ${instanceColumns}, p.owner_unit_id from instance i join plan p on p.id = i.plan_id
       where i.plan_id = $1 and i.flow <> 'plan' order by i.id`,
      [planId],
    );

  /** Everybody's offered moves on the open work. */
  function offersOn(rows: readonly InstanceRow[], today: string) {
    return rows
      .filter((row) => row.phase === 'open')
      .flatMap((row) => {
        const facts = factsOf(row);
        const flow = flowOf(row.flow, row.machine_version);
        return people.flatMap((actor) => {
          const relations = relationsOf(actor.unitId, facts, []);
          const offered = offerMoves({ flow, snapshot: row.snapshot, facts, actor: { ...actor, relations }, today });
          return offered
            .filter((move) => move.allowed)
            .map(({ event }) => ({ row, actor, event, ends: flow.events[event]?.tone === 'danger' }));
        });
      });
  }

  const payloadOf = (flow: FlowId, event: string, blank: boolean) => {
    if (blank) return {};
    const rule = flowOf(flow).events[event];
    return stageOf(flow, office.actor('ttt')).payloads?.[event] ?? (rule ? sampleValue(rule.payload) : {});
  };

  /** Plays the attempts on work of its own; a breach fails with the story of what was done up to it. */
  async function play(list: readonly Attempt[]): Promise<void> {
    const given = await layOut();
    const story: string[] = [];
    let today = FIRST_DAY;
    for (const attempt of list) {
      const rows = await rowsOf(given.planId);
      const before = rows.map((row) => `${row.id} ${row.version}`).join();
      const told = await tryOnce(attempt, rows, today).catch((error: unknown) => {
        if (error instanceof DomainError && error.code !== 'INTERNAL') return { refused: error.words.vi };
        throw new Error(`${story.join('\n')}\n${String(error)}`, { cause: error });
      });
      if (typeof told === 'string') story.push(`${today}: ${told}`);
      else if (told === null) today = addDays(today, 1 + (attempt.what % 9));
      if (attempt.kind === 'days') story.push(`${today}: ${await api.app.get(WorkerService).catchUp(today)} mốc nhắc`);
      const breaches = await findBreaches(api.sql, given.planId, { joined: true });
      const after = (await rowsOf(given.planId)).map((row) => `${row.id} ${row.version}`).join();
      if (told !== null && typeof told !== 'string' && after !== before)
        breaches.push(`refused («${told.refused}»), yet something changed`);
      if (breaches.length > 0) throw new Error(`${story.join('\n')}\n→ ${breaches.join('\n→ ')}`);
    }
  }

  /** What was done, in words; null when days pass; throws the refusal. */
  async function tryOnce({ kind, at, who, what, blank }: Attempt, rows: readonly InstanceRow[], today: string) {
    if (kind === 'days') return null;
    const actor = people[who % people.length]!;
    if (kind === 'start') {
      const flow = startable[what % startable.length]!;
      const task = rows.find((row) => row.flow === 'task')!;
      const input = startInputs[flow] ?? (sampleValue(flowOf(flow).input) as Record<string, unknown>);
      const request = { flow, parentId: task.id, input, toUnitId: [LAO_CAI, 'ttt', 'ttcntt'][at % 3]! };
      await api.app.get(StartService).start(office.callerOf(actor, today), request, null);
      return `${actor.unitName} (${actor.personName}) mở «${flowOf(flow).words.vi}»`;
    }
    // What ends everything is offered at every step; mostly left alone, the stories get longer.
    const offers = kind === 'offered' ? offersOn(rows, today).filter(({ ends }) => !ends || what % 8 === 0) : [];
    const anyRow = rows[at % rows.length]!;
    const events = Object.keys(flowOf(anyRow.flow, anyRow.machine_version).events);
    const chosen = offers[(at * 31 + what) % Math.max(1, offers.length)] ?? {
      row: anyRow,
      actor,
      event: events[what % events.length]!,
    };
    const { row, event } = chosen;
    await office.move(chosen.actor, today, row, event, payloadOf(row.flow, event, blank && kind === 'any'));
    const words = flowOf(row.flow, row.machine_version).events[event]?.words.vi ?? event;
    return `${chosen.actor.unitName} (${chosen.actor.personName}) «${words}» trên «${flowOf(row.flow).words.vi}»`;
  }

  it('the histories replay, one unit holds each, money and counters agree, clocks fit, and a refusal changes nothing', async () => {
    const seed = Number(process.env['PHANCONG_TEST_SEED'] ?? Date.now() % 2 ** 31);
    await fc.assert(fc.asyncProperty(attempts, play), { numRuns: 20, seed });
  }, 300_000);
});
