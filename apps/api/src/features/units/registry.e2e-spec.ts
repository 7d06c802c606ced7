import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ErrorAnswer, RegistryEvents, RegistryPreview, UnitList, UnitPage } from '@phancong/contracts';

import { GivenWork } from '../../testing/given-work.js';
import { startTestApi, type TestApi } from '../../testing/start-test-api.js';
import { loadRegistry } from './load-registry.js';

const caoBang = 'cao-bang-tu-2025-07';
const founding = {
  on: '2026-01-01',
  document: 'Quyết định 10/QĐ-BTC',
  change: {
    kind: 'founded',
    unit: {
      id: 'trung-tam-bao-chi',
      name: 'Trung tâm Báo chí',
      shortName: 'Trung tâm Báo chí',
      kind: 'centralUnit',
      parentId: 'bhxh-vn',
    },
  },
};
const merger = {
  on: '2026-01-01',
  change: { kind: 'merged', unitIds: ['bttht'], intoId: 'trung-tam-bao-chi', passOn: 'ask' },
};

describe('the history of units', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ name: 'registry', today: '2025-12-20' });
  }, 60_000);
  afterAll(() => api.close());

  const post = async <Body>(username: string, path: string, events: object[]) =>
    (await api.as(username)).post<Body & ErrorAnswer>(path, { events });
  const unitsOf = async (query: string) =>
    (await (await api.as('ttt')).get<UnitList>(`/units?${query}`)).body.items.map((unit) => unit.shortName);

  it('tells what the product brings along: 63 offices that became 34, with the act that ordered it', async () => {
    const { body } = await (await api.as('bacgiang')).get<RegistryEvents>('/registry/events');
    const mergers = body.items.filter(({ on, change }) => on === '2025-07-01' && change.kind === 'merged');
    expect(mergers).toHaveLength(34);
    expect(mergers.flatMap(({ change }) => (change.kind === 'merged' ? change.unitIds : []))).toHaveLength(63);
    expect(mergers[0]?.document).toContain('202/2025/QH15');
  });

  it('calls a unit by its name of the day', async () => {
    expect(await unitsOf('asOf=2024-06-01&q=thua%20thien')).toEqual(['BHXH tỉnh Thừa Thiên Huế']);
    expect(await unitsOf('asOf=2025-02-01&q=thua%20thien')).toEqual(['BHXH thành phố Huế']);
  });

  it('shows what a change would move, without making it', async () => {
    const given = await GivenWork.activePlan(api.sql, { owner: 'bttht' });
    await given.instance({ from: 'bttht', to: 'bttht' });
    const { body } = await post<RegistryPreview>('lanhdao', '/registry/preview', [founding, merger]);
    expect(body.faults).toEqual([]);
    expect(body.changes.map(({ before, after }) => [before?.id ?? null, after?.id])).toEqual(
      expect.arrayContaining([
        [null, 'trung-tam-bao-chi'],
        ['bttht', 'bttht'],
      ]),
    );
    expect(body.openWork).toBeGreaterThan(0);
    expect(await unitsOf('asOf=2026-01-01&q=bao%20chi')).toEqual([]);
  });

  it('is changed by the head at the leadership, not by an officer, the centre or a province', async () => {
    for (const username of ['ttt.giamdoc', 'bacgiang.giamdoc', 'cntt']) {
      for (const path of ['/registry/events', '/registry/preview']) {
        expect((await post(username, path, [founding])).status).toBe(403);
      }
    }
    expect(await api.query('select id from unit_event')).toEqual([]);
  });

  it('refuses an event that cannot be, names its place and writes nothing of the rest', async () => {
    const wrong = { on: '2026-01-01', change: { kind: 'renamed', unitId: 'khong-co', name: 'A', shortName: 'A' } };
    const answer = await post('lanhdao', '/registry/events', [founding, wrong]);
    expect(answer).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
    expect(answer.body.details).toMatchObject({
      issues: [{ path: ['events', 1], message: expect.stringContaining('«khong-co»') }],
    });
    expect(await api.query('select id from unit_event')).toEqual([]);
  });

  it('is recorded with who did it, and lasts over a restart', async () => {
    const described = {
      on: '2025-12-20',
      change: {
        kind: 'described',
        unitId: caoBang,
        aliases: ['BHXH Cao Bằng'],
        contact: { phone: '0206 3855 555', email: null, address: 'Phường Thục Phán, Cao Bằng' },
      },
    };
    expect((await post('lanhdao', '/registry/events', [founding, merger, described])).status).toBe(200);
    await api.sql.transaction(loadRegistry);
    expect(await unitsOf('asOf=2026-01-01&q=bao%20chi')).toEqual(['Trung tâm Báo chí']);
    const { body } = await (await api.as('ttt')).get<UnitPage>('/units/bttht');
    expect(body.unit).toMatchObject({ validTo: '2025-12-31', successorIds: ['trung-tam-bao-chi'], passOn: 'ask' });
    const office = await (await api.as('ttt')).get<UnitPage>(`/units/${caoBang}`);
    expect(office.body.unit.contact).toMatchObject({ phone: '0206 3855 555' });
    const events = await (await api.as('ttt')).get<RegistryEvents>('/registry/events');
    expect(events.body.items[0]).toMatchObject({ on: '2026-01-01', recordedBy: 'Trịnh Quốc Khánh' });
  });

  it('cannot be rewritten afterwards', async () => {
    await expect(api.query(`update unit_event set confirmed = false`)).rejects.toThrow('append-only');
  });
});
