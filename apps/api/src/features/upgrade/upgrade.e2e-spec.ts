import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BulkMoveAnswer, ErrorAnswer, InstancePage, MoveAnswer } from '@phancong/contracts';
import { shippedReleases } from '@phancong/workflows';

import { runUpgrade } from '../../cli/upgrade-command.js';
import { GivenWork } from '../../testing/given-work.js';
import { startTestApi, type TestApi } from '../../testing/start-test-api.js';
import { upgradeWork } from './upgrade-work.js';

const BAC_GIANG = 'bac-giang-truoc-2025-07';

interface Release {
  scenes: { snapshot: { value: string }; facts: { fromUnitId: string; toUnitId: string } }[];
}
const releases = join(__dirname, '../../../../../packages/workflows/fixtures/releases');
const firstBudget = JSON.parse(readFileSync(join(releases, 'budget-1.json'), 'utf8')) as Release;

describe('running work is taken to a new version of its workflow', () => {
  let api: TestApi;
  let given: GivenWork;

  beforeAll(async () => {
    api = await startTestApi({ name: 'upgrade', today: '2025-05-20' });
    given = await GivenWork.activePlan(api.sql, { today: '2025-05-20' });
    // The plan of the story has no snapshot of its own; here every stored instance counts.
    await api.query(`delete from instance where flow = 'plan'`);
  }, 60_000);
  afterAll(() => api.close());

  /** An estimate as version 1 stored it, in one of its states. */
  async function oldEstimate(state: string): Promise<string> {
    const scene = firstBudget.scenes.find(({ snapshot }) => snapshot.value === state);
    const holder = state === 'awaitingApproval' ? 'lanh-dao-bhxh-vn' : state === 'estimate' ? 'ttt' : null;
    const [row] = await api.query<{ id: string }>(
      `insert into instance (flow, machine_version, state, phase, snapshot, plan_id, item_id, from_unit_id, to_unit_id, holder_unit_id)
       values ('budget', 1, $1, 'open', $2, $3, $4, 'ttt', 'lanh-dao-bhxh-vn', $5) returning id`,
      [state, JSON.stringify(scene?.snapshot), given.planId, given.itemId, holder],
    );
    return row?.id ?? '';
  }
  const versionsOf = (ids: readonly string[]) =>
    api.query<{ machine_version: number; state: string; version: number }>(
      'select machine_version, state, version from instance where id = any($1::uuid[]) order by id',
      [ids],
    );

  it('a rehearsal looks at every instance, names what changes for whom, and changes nothing', async () => {
    const ids = [
      await oldEstimate('estimate'),
      await oldEstimate('awaitingApproval'),
      await oldEstimate('awaitingApproval'),
    ];
    const task = await given.instance({ to: BAC_GIANG });
    const report = await upgradeWork(api.sql, shippedReleases);
    expect(report).toMatchObject({ looked: 4, current: 1, strandedCount: 0, damagedCount: 0, moved: null });
    const waiting = report.moving.find((group) => group.state.vi === 'Đã thẩm định, chờ phê duyệt');
    expect(waiting).toMatchObject({ flow: 'budget', from: 1, to: 2, instances: 2 });
    expect(waiting?.holders.map(({ instances }) => instances)).toEqual([2]);
    expect((await versionsOf(ids)).map((row) => row.machine_version)).toEqual([1, 1, 1]);
    expect(await versionsOf([task])).toMatchObject([{ version: 0 }]);
  });

  it('meanwhile old work runs on in its own version', async () => {
    const id = await oldEstimate('awaitingApproval');
    const leader = await api.as('lanhdao');
    const answer = await leader.post<MoveAnswer>(`/instances/${id}/moves`, {
      event: 'returnToSubmitter',
      payload: { reason: 'Chưa rõ số lượng' },
      expectedVersion: 0,
    });
    expect(answer).toMatchObject({ status: 200, body: { state: 'returned' } });
    expect(await versionsOf([id])).toMatchObject([{ machine_version: 1 }]);
  });

  it('what is damaged is set aside by name: its page opens, its moves are refused, all others go on', async () => {
    const [broken, sound] = [await given.instance({ to: BAC_GIANG }), await given.instance({ to: BAC_GIANG })];
    await api.query(`update instance set snapshot = '{"value":"gone"}' where id = $1`, [broken]);
    const office = await api.as('bacgiang');
    const { status, body: page } = await office.get<InstancePage>(`/instances/${broken}`);
    expect([status, page.damaged, page.moves]).toEqual([200, true, []]);
    const refused = await office.post<ErrorAnswer>(`/instances/${broken}/moves`, {
      event: 'acknowledge',
      payload: {},
      expectedVersion: 0,
    });
    expect(refused).toMatchObject({ status: 409, body: { code: 'INSTANCE_DAMAGED' } });
    expect(refused.body.message.vi).toContain(broken);
    const both = await office.post<BulkMoveAnswer>('/moves', {
      event: 'acknowledge',
      instances: [broken, sound].map((id) => ({ id, expectedVersion: 0 })),
    });
    expect(both.body.moved.map((moved) => moved.id)).toEqual([sound]);
    expect(both.body.refused).toMatchObject([{ id: broken, error: { code: 'INSTANCE_DAMAGED' } }]);

    const report = await upgradeWork(api.sql, shippedReleases);
    expect(report).toMatchObject({
      damagedCount: 1,
      damaged: [{ id: broken, title: expect.stringContaining('I.1.2') }],
    });
  });

  it('the upgrade moves what may be moved, each with a line of history, and a second run finds nothing to do', async () => {
    const id = await oldEstimate('awaitingApproval');
    const report = await upgradeWork(api.sql, shippedReleases, { write: true });
    expect(report.moved).toBeGreaterThan(3);
    expect(await versionsOf([id])).toEqual([{ machine_version: 2, state: 'awaitingApproval', version: 1 }]);
    const history = await api.query('select event, payload, from_state, to_state from history where instance_id = $1', [
      id,
    ]);
    expect(history).toEqual([
      { event: 'upgraded', payload: { from: 1, to: 2 }, from_state: 'awaitingApproval', to_state: 'awaitingApproval' },
    ]);
    const due = await api.query('select event from due_row where instance_id = $1', [id]);
    expect(due).toEqual([{ event: 'remind' }]);
    const again = await upgradeWork(api.sql, shippedReleases, { write: true });
    expect(again).toMatchObject({ moving: [], moved: 0, damagedCount: 1 });
  });

  it('an instance that a person moved meanwhile is left for the next run', async () => {
    const id = await oldEstimate('estimate');
    const sql = {
      rows: async (statement: { name: string; text: string }, values?: readonly unknown[]) => {
        if (statement.name === 'write-upgrades')
          await api.query('update instance set version = version + 1 where id = $1', [id]);
        return api.sql.rows(statement, values);
      },
    };
    expect(await upgradeWork(sql as typeof api.sql, shippedReleases, { write: true })).toMatchObject({ moved: 0 });
    expect(await versionsOf([id])).toMatchObject([{ machine_version: 1, version: 1 }]);
  });

  it('what would strand is refused and keeps running', async () => {
    const id = await oldEstimate('estimate');
    const { estimate: _, ...states } = shippedReleases.newest.budget!.states;
    const without = { ...shippedReleases.newest.budget!, states, version: 2 };
    const all = [...shippedReleases.all.filter((flow) => !(flow.id === 'budget' && flow.version === 2)), without];
    const report = await upgradeWork(
      api.sql,
      { ...shippedReleases, newest: { ...shippedReleases.newest, budget: without }, all },
      { write: true },
    );
    expect(report.stranded.map((trouble) => trouble.id)).toContain(id);
    expect(await versionsOf([id])).toMatchObject([{ machine_version: 1 }]);
  });

  it('the command says so in words and by its exit code', async () => {
    const written = { out: '', err: '' };
    const run = (args: string[], url: string | undefined) =>
      runUpgrade(args, url, { write: (text) => (written.out += text) }, { write: (text) => (written.err += text) });
    expect(await run(['--dry-run'], undefined)).toBe(2);
    expect(written.err).toContain('DATABASE_URL');
    expect(await run(['--fast'], api.databaseUrl)).toBe(2);
    expect(written.out).toBe('');
    expect(await run(['--dry-run'], api.databaseUrl)).toBe(1);
    expect(written.out).toContain('Hỏng dữ liệu, đã để riêng');
  });
});
