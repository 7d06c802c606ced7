import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { GivenWork } from '../../testing/given-work.js';
import { startTestApi, type TestApi } from '../../testing/start-test-api.js';
import { WorkerService } from './worker.service.js';

const TODAY = '2025-05-20';
const [BAC_GIANG, LAO_CAI] = ['bac-giang-truoc-2025-07', 'lao-cai-truoc-2025-07'];

describe('an effect that cannot be delivered', () => {
  let api: TestApi;
  let given: GivenWork;

  beforeAll(async () => {
    api = await startTestApi({ name: 'outbox', today: TODAY });
    given = await GivenWork.activePlan(api.sql, { today: TODAY });
  }, 60_000);
  afterAll(() => api.close());

  /** An effect on an instance that tells a unit something; a unit that does not exist cannot be told. */
  const writeEffect = async (instanceId: string, unitId: string, template: string) => {
    const effect = { planId: given.planId, changed: [], notices: [{ instanceId, unitId, template }] };
    const [row] = await api.query<{ id: string }>(
      `insert into outbox (instance_id, effect, on_day) values ($1, $2, $3) returning id`,
      [instanceId, JSON.stringify(effect), TODAY],
    );
    return row?.id ?? '';
  };
  const deliver = () => api.app.get(WorkerService).catchUp(TODAY);
  const timePasses = () => api.query(`update outbox set try_at = now() where dead_at is null`);
  const told = async (instanceId: string) =>
    (
      await api.query<{ template: string }>(`select template from notice where instance_id = $1 order by outbox_id`, [
        instanceId,
      ])
    ).map(({ template }) => template);
  const waiting = (id: string) =>
    api.query<{ attempts: number; fault: string; dead: boolean; seconds: number }>(
      `select attempts, fault, dead_at is not null as dead, extract(epoch from try_at - now())::float as seconds
       from outbox where id = $1`,
      [id],
    );

  it('waits alone: the effects of other work are delivered, those of its own work wait behind it', async () => {
    const [task, other] = [await given.instance({ to: BAC_GIANG }), await given.instance({ to: LAO_CAI })];
    const bad = await writeEffect(task, 'đơn-vị-không-có', 'taskAssigned');
    await writeEffect(task, BAC_GIANG, 'taskSuspended');
    await writeEffect(other, LAO_CAI, 'taskAssigned');
    await deliver();
    expect(await told(other)).toEqual(['taskAssigned']);
    expect(await told(task)).toEqual([]);
    const [row] = await waiting(bad);
    expect(row).toMatchObject({ attempts: 1, dead: false, fault: expect.stringContaining('notice_unit_fkey') });
    expect(row?.seconds).toBeGreaterThan(0);

    // The unit is there at the next try: both are told, in order, once.
    await api.query(`update outbox set effect = jsonb_set(effect, '{notices,0,unitId}', $2) where id = $1`, [
      bad,
      JSON.stringify(BAC_GIANG),
    ]);
    await timePasses();
    await deliver();
    await deliver();
    expect(await told(task)).toEqual(['taskAssigned', 'taskSuspended']);
  });

  it('is tried six times, longer apart each time, and then waits for a person and holds nothing up', async () => {
    const task = await given.instance({ to: BAC_GIANG });
    const bad = await writeEffect(task, 'đơn-vị-không-có', 'taskAssigned');
    await writeEffect(task, BAC_GIANG, 'taskSuspended');
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 6; attempt += 1) {
      await timePasses();
      await deliver();
      waits.push((await waiting(bad))[0]?.seconds ?? 0);
    }
    expect(waits.slice(0, 5)).toEqual(waits.slice(0, 5).toSorted((a, b) => a - b));
    expect((await waiting(bad))[0]).toMatchObject({ attempts: 6, dead: true });
    await deliver();
    expect(await told(task)).toEqual(['taskSuspended']);
  });

  it('several workers deliver the same effects once and in order', async () => {
    const task = await given.instance({ to: BAC_GIANG });
    const templates = Array.from({ length: 300 }, (_, place) => `thử-${String(place).padStart(3, '0')}`);
    for (const template of templates) await writeEffect(task, BAC_GIANG, template);
    await Promise.all([deliver(), deliver(), deliver()]);
    expect(await told(task)).toEqual(templates);
  });
});
