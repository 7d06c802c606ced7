import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InstancePage, ReorganisationAnswer, ReorganisationPreview } from '@phancong/contracts';

import { GivenWork } from '../../testing/given-work.js';
import { startTestApi, type TestApi } from '../../testing/start-test-api.js';

const day = '2025-09-01';
const bacNinh = 'bac-ninh-tu-2025-07';
const [north, south] = ['bac-ninh-bac', 'bac-ninh-nam'];
const office = (id: string, name: string) => ({
  on: day,
  change: {
    kind: 'founded',
    unit: { id, name, shortName: name, kind: 'provincialOffice', parentId: 'bhxh-vn' },
  },
});
const split = { on: day, change: { kind: 'split', unitId: bacNinh, intoIds: [north, south] } };
const decisions = [{ unitId: bacNinh, toUnitId: north }];
const byNumber = (...numbers: number[]) => ({
  unitId: bacNinh,
  key: 'number',
  parts: [north, south].map((toUnitId, place) => ({ toUnitId, number: numbers[place] ?? 0 })),
});

describe('an office that is split in two, with quotas of the year', () => {
  let api: TestApi;
  let conferences = '';
  let exhibition = '';
  const leaders = () => api.as('lanhdao');
  const preview = async (body: object) =>
    (await leaders()).post<ReorganisationPreview>(`/reorganisations/${day}/preview`, body);
  const apply = async (body: object) =>
    (await leaders()).post<ReorganisationAnswer>(`/reorganisations/${day}/apply`, { document: 'QĐ 7/QĐ-BTC', ...body });
  const owed = () =>
    api.query<{ unit: string; ref: string; metric: string; low: number | null; high: number | null }>(
      `select i.to_unit_id as unit, t.metric, t.min::float as low, t.max::float as high
       from target t join instance i on i.id = t.task_id order by t.metric, i.to_unit_id`,
    );

  beforeAll(async () => {
    api = await startTestApi({ name: 'split of a unit', today: day });
    const recorded = await (
      await leaders()
    ).post('/registry/events', {
      events: [office(north, 'BHXH tỉnh Bắc Ninh phía bắc'), office(south, 'BHXH tỉnh Bắc Ninh phía nam'), split],
    });
    expect(recorded.status).toBe(200);
    const given = await GivenWork.activePlan(api.sql, { owner: 'bttht', today: '2025-07-02' });
    const task = { from: 'bttht', to: bacNinh, dueOn: '2025-12-31' };
    conferences = await given.started(task);
    exhibition = await given.started(task);
    await given.target(conferences, { metric: 'Hội nghị', min: 10, max: 12, unit: 'cuộc', period: 'năm' });
    await given.target(exhibition, { metric: 'Triển lãm', min: 1, max: 1, unit: 'cuộc', period: 'năm' });
    await api.query(
      `insert into target (task_id, position, metric, min, max, unit, per, period)
       values ($1, 1, 'Xã có hội nghị', 50, null, '%', 'tỉnh', 'năm')`,
      [conferences],
    );
    await api.query(
      `insert into evidence (task_id, instance_id, target_id, kind, title, happened_on, person_id, unit_id, post, quantity)
       select $1, $1, t.id, 'conference', 'Hội nghị', '2025-08-10', p.id, $2, 'officer', 3
       from person p, target t where t.task_id = $1 and t.position = 0 limit 1`,
      [conferences, bacNinh],
    );
  }, 60_000);
  afterAll(() => api.close());

  it('shows how its targets would be shared, equally or by a number typed for each, before anything moves', async () => {
    expect((await preview({ decisions })).body.splits).toEqual([]);
    const parts = [north, south].map((toUnitId) => ({ toUnitId }));
    const { body } = await preview({ decisions, splits: [{ unitId: bacNinh, key: 'equal', parts }] });
    const shared = (metric: string) => body.splits.find((line) => line.metric === metric)?.parts;
    expect(shared('Hội nghị')).toMatchObject([
      { to: { id: north }, min: 5, max: 6 },
      { to: { id: south }, min: 5, max: 6 },
    ]);
    expect(shared('Triển lãm')).toMatchObject([
      { min: 1, max: 1 },
      { min: 0, max: 0 },
    ]);
    expect(shared('Xã có hội nghị')).toMatchObject([{ min: 50 }, { min: 50 }]);
    expect(await api.query('select instance_id from unit_passage')).toEqual([]);
  });

  it.each([
    ['before somebody is chosen to take over', { splits: [byNumber(1, 1)] }],
    ['without any number above nought', { decisions, splits: [byNumber(0, 0)] }],
    [
      'to a unit that is no successor',
      {
        decisions,
        splits: [{ unitId: bacNinh, key: 'equal', parts: [{ toUnitId: north }, { toUnitId: 'bttht' }] }],
      },
    ],
    [
      'without the unit that takes over the work',
      {
        decisions,
        splits: [{ unitId: bacNinh, key: 'equal', parts: [{ toUnitId: south }, { toUnitId: south }] }],
      },
    ],
    ['twice', { decisions, splits: [byNumber(1, 1), byNumber(2, 1)] }],
  ])('is refused %s, with the place', async (_, body) => {
    for (const answer of [await preview(body), await apply(body)]) {
      expect(answer.status).toBe(400);
      expect(JSON.stringify(answer.body)).toContain('splits');
    }
    expect(await api.query('select id from reorganisation')).toEqual([]);
  });

  it('is applied in one transaction: the sums stay, proof stays, the work goes on', async () => {
    const { status, body } = await apply({ decisions, splits: [byNumber(7, 5)] });
    expect(status).toBe(200);
    expect(await owed()).toEqual(
      [
        { unit: south, metric: 'Hội nghị', low: 4, high: 5 },
        { unit: north, metric: 'Hội nghị', low: 6, high: 7 },
        { unit: north, metric: 'Triển lãm', low: 1, high: 1 },
        { unit: south, metric: 'Xã có hội nghị', low: 50, high: null },
        { unit: north, metric: 'Xã có hội nghị', low: 50, high: null },
      ].toSorted((a, b) => a.metric.localeCompare(b.metric, 'vi') || a.unit.localeCompare(b.unit)),
    );
    const { before, after } = body.run!;
    // One task more, for the second office; its rate of 50 % counts once more, the amounts do not.
    expect([after.open - before.open, after.targets - before.targets]).toEqual([1, 2]);
    expect([after.targetMin - before.targetMin, after.targetMax - before.targetMax]).toEqual([50, 0]);
    expect(after.counted).toBe(before.counted);
    const proof = await api.query('select task_id, quantity::int as n from evidence');
    expect(proof).toEqual([{ task_id: conferences, n: 3 }]);
  });

  it('says in both tasks why, by which key and from what', async () => {
    const tasks = await api.query<{ id: string; to_unit_id: string; origin_unit_id: string; version: number }>(
      `select i.id, i.to_unit_id, i.origin_unit_id, i.version from instance i join history h on h.instance_id = i.id
       where h.event = 'quotaSplit' and i.id <> $1 order by i.to_unit_id`,
      [exhibition],
    );
    expect(tasks.map((task) => [task.to_unit_id, task.origin_unit_id])).toEqual([
      [north, bacNinh],
      [south, bacNinh],
    ]);
    for (const { id } of tasks) {
      const { body } = await (await leaders()).get<InstancePage>(`/instances/${id}`);
      expect(body.history[0]).toMatchObject({
        event: 'quotaSplit',
        words: { vi: 'Chia lại chỉ tiêu theo chia tách đơn vị' },
        payload: { document: 'QĐ 7/QĐ-BTC', key: 'number', fromUnitId: bacNinh },
      });
    }
    const gaps = await api.query(
      `select id from instance i where i.version <> (select max(version) from history h where h.instance_id = i.id)`,
    );
    expect(gaps).toEqual([]);
  });

  it('changes nothing when it is pressed again', async () => {
    const before = await owed();
    expect((await apply({ decisions, splits: [byNumber(7, 5)] })).body).toMatchObject({ already: true });
    expect(await owed()).toEqual(before);
  });
});
