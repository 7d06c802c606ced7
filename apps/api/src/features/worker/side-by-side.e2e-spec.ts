import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { wantedClocks, flowOf, type StoredSnapshot } from '@phancong/workflows';

import { GivenWork } from '../../testing/given-work.js';
import { startTestApi, type TestApi } from '../../testing/start-test-api.js';
import { WorkerService } from './worker.service.js';

const BAC_GIANG = 'bac-giang-truoc-2025-07';
const TODAY = '2025-05-20';
const TASKS = 150;

describe('reminders fire while the office works on the same tasks', () => {
  let api: TestApi;
  const ids: string[] = [];

  beforeAll(async () => {
    api = await startTestApi({ name: 'side by side', today: TODAY });
    const given = await GivenWork.activePlan(api.sql, { today: '2025-05-15' });
    for (let task = 0; task < TASKS; task += 1) ids.push(await given.instance({ to: BAC_GIANG }));
    await api.query(
      `insert into due_row (instance_id, event, fire_on) select unnest($1::uuid[]), 'acknowledgeReminder', $2`,
      [ids, TODAY],
    );
  }, 60_000);
  afterAll(() => api.close());

  it('so that nobody waits in a circle and no clock is lost', async () => {
    const office = await api.as('bacgiang');
    const acknowledge = (id: string) =>
      office.post(`/instances/${id}/moves`, { event: 'acknowledge', payload: {}, expectedVersion: 0 });
    const worker = api.app.get(WorkerService);
    const [answers] = await Promise.all([
      Promise.all([...ids].reverse().map(acknowledge)),
      worker.catchUp(TODAY),
      worker.catchUp(TODAY),
    ]);
    const statuses = new Set(answers.map((answer) => answer.status));
    expect([...statuses].filter((status) => status !== 200 && status !== 409)).toEqual([]);

    const rows = await api.query<{
      id: string;
      state: string;
      snapshot: StoredSnapshot;
      due_on: string;
      events: string;
    }>(`
      select i.id, i.state, i.snapshot, i.due_on,
        (select string_agg(d.event || ' ' || d.fire_on, ', ' order by d.event) from due_row d where d.instance_id = i.id) as events
      from instance i where i.flow = 'task'`);
    const wrong = rows.filter(({ snapshot, due_on, events }) => {
      const facts = {
        fromUnitId: 'ttt',
        toUnitId: BAC_GIANG,
        ownerUnitId: 'ttt',
        startsOn: '2025-01-01',
        dueOn: due_on,
        signedDueOn: due_on,
        doneOn: null,
        standing: false,
      };
      const wanted = wantedClocks(flowOf('task'), snapshot, facts).map(({ event, fireOn }) => `${event} ${fireOn}`);
      return wanted.sort().join(', ') !== events;
    });
    expect(wrong).toEqual([]);
  }, 60_000);

  it('and an instance that cannot be read is set aside alone', async () => {
    const [broken, sound] = [ids[0], ids[1]];
    await api.query(`update instance set snapshot = '{}' where id = $1`, [broken]);
    await api.query(
      `insert into due_row (instance_id, event, fire_on) select unnest($1::uuid[]), 'remind', $2
       on conflict (instance_id, event) do update set fire_on = excluded.fire_on`,
      [[broken, sound], TODAY],
    );
    await api.app.get(WorkerService).catchUp(TODAY);
    const due = await api.query<{ instance_id: string; fault: string | null }>(
      `select instance_id, fault from due_row where instance_id = any($1::uuid[]) and fire_on <= $2`,
      [[broken, sound], TODAY],
    );
    expect(due).toEqual([{ instance_id: broken, fault: expect.stringContaining('snapshot') }]);
  });
});
