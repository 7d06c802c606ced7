import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FlowId } from '@phancong/contracts';
import { flows, type Facts } from '@phancong/workflows';
import { findArrowPaths, sampleValue, type ArrowPath } from '@phancong/workflows/paths';

import { GivenWork } from '../../testing/given-work.js';
import { OfficeAtWork, stageOf } from '../../testing/office-at-work.js';
import { findBreaches } from '../../testing/plan-invariants.js';
import { startTestApi, type TestApi } from '../../testing/start-test-api.js';

const TODAY = '2025-05-20';
const BAC_GIANG = 'bac-giang-truoc-2025-07';
const people = ['ttt', 'ttt.giamdoc', 'bacgiang', 'bacgiang.giamdoc'];

/** A plan is between the centre and itself; all other work between the centre and an office. */
const partiesOf = (flow: FlowId) => ({ from: 'ttt', to: flow === 'plan' ? 'ttt' : BAC_GIANG });

describe('every arrow of every machine, taken by the real engine on PostgreSQL along the paths of XState’s graph', () => {
  let api: TestApi;
  let office: OfficeAtWork;

  beforeAll(async () => {
    api = await startTestApi({ name: 'every arrow', today: TODAY });
    office = await OfficeAtWork.open(api);
  }, 60_000);
  afterAll(() => api.close());

  async function walk(flow: FlowId, { arrow, steps }: ArrowPath, stage: ReturnType<typeof stageOf>) {
    const given = await GivenWork.activePlan(api.sql, { today: TODAY });
    const id = await given.started({
      flow,
      ...partiesOf(flow),
      dueOn: '2025-05-15',
      input: stage.input ?? sampleValue(flows[flow].input),
    });
    const stored = async () =>
      (
        await api.query<{ id: string; version: number; state: string }>(
          'select id, version, state from instance where id = $1',
          [id],
        )
      )[0]!;
    for (const { event, payload, actor, times } of steps) {
      for (let time = 0; time < times; time += 1) {
        const before = await stored();
        if (actor) await office.move(actor, TODAY, before, event, payload);
        else await office.tell(id, TODAY, event, payload);
        expect((await stored()).version).toBe(before.version + 1);
        expect(await findBreaches(api.sql, given.planId, { joined: false })).toEqual([]);
      }
    }
    const last = await api.query<{ from_state: string; event: string; to_state: string }>(
      'select from_state, event, to_state from history where instance_id = $1 order by version desc limit 1',
      [id],
    );
    expect(last).toEqual([{ from_state: arrow.source, event: arrow.event, to_state: arrow.target }]);
  }

  it.each(FlowId.options)(
    '%s',
    async (flow) => {
      const { from, to } = partiesOf(flow);
      const facts: Facts = {
        fromUnitId: from,
        toUnitId: to,
        ownerUnitId: 'ttt',
        startsOn: TODAY,
        dueOn: '2025-05-15',
        signedDueOn: '2025-05-15',
        doneOn: null,
        standing: false,
      };
      const stage = stageOf(flow, office.actor('ttt'));
      const { paths, unreached } = findArrowPaths(flows[flow], {
        facts,
        today: TODAY,
        people: people.map((name) => office.actor(name)),
        ...stage,
      });
      expect(unreached.map(({ source, event, target }) => `${source} —${event}→ ${target}`)).toEqual([]);
      for (const path of paths) await walk(flow, path, stage);
    },
    180_000,
  );
});
