import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { GivenWork } from '../../testing/given-work.js';
import { startTestApi, type TestApi } from '../../testing/start-test-api.js';
import { actAsSystem, actFor } from './acting-units.js';

const [BAC_GIANG, LAO_CAI] = ['bac-giang-truoc-2025-07', 'lao-cai-truoc-2025-07'];

describe('the wall of the database around the work of each unit', () => {
  let api: TestApi;
  let planId = '';
  const tasks = new Map<string, string>();

  /** A statement of a repository that forgets to ask for whom. */
  const careless = (text: string, ...unitIds: string[]) =>
    actFor({ units: async () => `{${unitIds.join(',')}}` }, () =>
      api.sql.rows<Record<string, unknown>>({ name: '', text }),
    );
  const seenBy = async (table: string, column: string, ...unitIds: string[]) =>
    (await careless(`select ${column} as id from ${table} order by 1`, ...unitIds)).map(({ id }) => id);

  beforeAll(async () => {
    api = await startTestApi({ name: 'wall' });
    const given = await GivenWork.activePlan(api.sql);
    planId = given.planId;
    for (const unitId of [BAC_GIANG, LAO_CAI]) {
      const id = await given.instance({ to: unitId });
      tasks.set(unitId, id);
      const account = unitId === BAC_GIANG ? 'bacgiang' : 'laocai';
      await (
        await api.as(account)
      ).post(`/instances/${id}/moves`, { event: 'acknowledge', payload: {}, expectedVersion: 0 });
      await given.target(id, { metric: 'Hội nghị', min: 10, max: 12, unit: 'cuộc', period: 'năm' });
      await api.query(
        `insert into evidence (task_id, instance_id, kind, title, happened_on, person_id, unit_id, post)
         select $1, $1, 'minutes', 'Hội nghị', '2025-01-10', id, $2, 'officer' from person limit 1`,
        [id, unitId],
      );
      await api.query(
        `insert into notice (outbox_id, unit_id, instance_id, template, on_day) values (1, $2, $1, 'taskAssigned', '2025-01-15')`,
        [id, unitId],
      );
    }
  }, 60_000);
  afterAll(() => api.close());

  const keyOf: Record<string, string> = {
    instance: 'id',
    history: 'instance_id',
    evidence: 'task_id',
    target: 'task_id',
    notice: 'instance_id',
  };

  it.each(Object.entries(keyOf))(
    'shows an office its own rows of %s, whatever the statement asks',
    async (table, key) => {
      const own = [tasks.get(BAC_GIANG)];
      const seen = await seenBy(table, key, BAC_GIANG);
      expect(seen.filter((id) => id !== planId)).toEqual(own);
      expect(await seenBy(table, key, LAO_CAI)).not.toContain(tasks.get(BAC_GIANG));
    },
  );

  it.each(Object.entries(keyOf))('shows nothing of %s to whoever acts for no unit', async (table, key) => {
    expect(await seenBy(table, key)).toEqual([]);
  });

  it('shows an office the own workflows of its units and of the agency, and lets nobody change them past the engine', async () => {
    const keeper = await api.as('quantri');
    const copies = new Map<string | null, string>();
    for (const unitId of [BAC_GIANG, null]) {
      const { body } = await keeper.post<{ id: string }>('/own-flows', { flow: 'question', unitId });
      copies.set(unitId, body.id);
    }
    const [mine, ofAll] = [copies.get(BAC_GIANG), copies.get(null)];
    expect(new Set(await seenBy('own_flow', 'id', BAC_GIANG))).toEqual(new Set([mine, ofAll]));
    expect(await seenBy('own_flow', 'id', LAO_CAI)).toEqual([ofAll]);
    await expect(careless(`update own_flow set state = 'released'`, BAC_GIANG)).rejects.toThrow('permission denied');
  });

  /** Rows of the plan itself; a unit without a part in it sees none of them. */
  const ofPlan = ['plan', 'plan_item', 'doubt', 'plan_name', 'plan_edit', 'plan_version', 'plan_amendment', 'file'];

  it('shows a plan with all that belongs to it to the units that have a part in it, and to no other', async () => {
    const [owner] = await api.query<{ person: string }>(`select id as person from person limit 1`);
    await api.query(
      `insert into plan_edit (plan_id, number, person_id, kind, changes) values ($1, 1, $2, 'document', '{}')`,
      [planId, owner!.person],
    );
    for (const table of ofPlan) {
      const count = async (...units: string[]) =>
        (await careless(`select count(*)::int as n from ${table}`, ...units)).map(({ n }) => n)[0];
      const [all] = await api.query<{ n: number }>(`select count(*)::int as n from ${table}`);
      expect({ table, seen: await count(BAC_GIANG) }).toEqual({ table, seen: all!.n });
      expect({ table, seen: await count('ttt') }).toEqual({ table, seen: all!.n });
      expect({ table, seen: await count('vtckt') }).toEqual({ table, seen: 0 });
      expect({ table, seen: await count() }).toEqual({ table, seen: 0 });
    }
  });

  it('shows peers how far each other is where the plan says so, and nothing of what stands behind it', async () => {
    const [mine, theirs] = [tasks.get(BAC_GIANG), tasks.get(LAO_CAI)];
    expect(await seenBy('instance', 'id', BAC_GIANG)).not.toContain(theirs);
    await api.query('update plan set shares_progress = true where id = $1', [planId]);
    try {
      expect(await seenBy('instance', 'id', BAC_GIANG)).toEqual(expect.arrayContaining([mine, theirs]));
      expect(await seenBy('evidence', 'task_id', BAC_GIANG)).toEqual([mine]);
      expect((await seenBy('history', 'instance_id', BAC_GIANG)).filter((id) => id !== planId)).toEqual([mine]);
      expect(await seenBy('instance', 'id', 'vtckt')).toEqual([]);
    } finally {
      await api.query('update plan set shares_progress = false where id = $1', [planId]);
    }
  });

  /** What everybody in the office may read, or what no statement asks without its person. A new table gets a policy, or a line here. */
  const open: Readonly<Record<string, string>> = {
    unit: 'the registry is common knowledge of the office',
    unit_event: 'the history of the registry, as above',
    reorganisation: 'says that units passed to others on a day, and by which document: common knowledge',
    demonstration_clock: 'the official day',
    person: 'names stand beside every move; kept by administrators, who see whom they keep',
    post_holding: 'who holds which post is common knowledge; the door asks it before anybody acts',
    delegation: 'asked by its two persons and their unit alone; the door asks it before anybody acts',
    session: 'asked by the hash of its token or by its person',
    known_browser: 'asked by the hash of its token',
    sign_in_tries: 'counts of the door, by hash',
    api_token: 'asked by the hash of its token or by its person',
    invitation: 'asked by the hash of its token',
    second_factor: 'sealed; asked by its person',
    recovery_code: 'fingerprints; asked by its person',
    identity_link: 'asked at the door by issuer and subject',
    identity_try: 'asked at the door by the hash of its state',
    security_event: 'read by administrators, for the people whom they keep',
    request: 'asked by its person and key: the answer that this person got',
    migration: 'which changes of the tables were made',
  };

  it('stands around every table that is not named here with the reason why it is open', async () => {
    const tables = await api.query<{ name: string; walled: boolean; readable: boolean }>(`
      select c.relname as name,
             c.relrowsecurity and (has_table_privilege('phancong_app', c.oid, 'select') is false or exists (
               select from pg_policy p where p.polrelid = c.oid and p.polroles @> array['phancong_app'::regrole::oid])) as walled,
             has_any_column_privilege('phancong_app', c.oid, 'select') as readable
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`);
    expect(tables.length).toBeGreaterThan(35);
    const bare = tables.filter(({ walled, readable }) => readable && !walled).map(({ name }) => name);
    expect(bare.filter((name) => !(name in open))).toEqual([]);
    expect(Object.keys(open).filter((name) => !bare.includes(name))).toEqual([]);
  });

  it('shows nothing on a connection of the role that was never told for whom it acts', async () => {
    const [row] = await api.query<{ n: number }>(
      `with role as materialized (select set_config('role', 'phancong_app', false)) select 0 as n from role`,
    );
    expect(row?.n).toBe(0);
    const counted = await api.query<{ n: number }>('select count(*)::int as n from instance');
    await api.query('reset role');
    expect(counted).toEqual([{ n: 0 }]);
  });

  it('shows the owner of the plan all its work, and a superior what stands below', async () => {
    const all = [planId, ...tasks.values()].sort();
    expect(await seenBy('instance', 'id', 'ttt')).toEqual(all);
    expect(await seenBy('instance', 'id', 'lanh-dao-bhxh-vn', BAC_GIANG, LAO_CAI)).toEqual(all);
    expect(await seenBy('instance', 'id', 'vtckt')).toEqual([]);
  });

  it('forgets for whom a statement was run as soon as it is over', async () => {
    const seen = await Promise.all(
      Array.from({ length: 40 }, (_, n) => seenBy('target', 'task_id', n % 2 === 0 ? BAC_GIANG : LAO_CAI)),
    );
    for (const [n, ids] of seen.entries()) expect(ids).toEqual([tasks.get(n % 2 === 0 ? BAC_GIANG : LAO_CAI)]);
    const [setting] = await careless(`select current_setting('phancong.units') as units`, BAC_GIANG);
    expect(setting).toEqual({ units: `{${BAC_GIANG}}` });
    expect(await seenBy('target', 'task_id')).toEqual([]);
  });

  it.each([
    `update instance set title = 'khác'`,
    `delete from evidence`,
    `insert into history (instance_id, version, on_day, event, payload, to_state) values (gen_random_uuid(), 0, '2025-01-15', 'x', '{}', 'x')`,
    `update history set post = 'head'`,
    `delete from due_row`,
    `select * from outbox`,
    `create table loophole (n int)`,
    `alter table instance disable row level security`,
  ])('gives the statements of people no right to: %s', async (statement) => {
    await expect(careless(statement, BAC_GIANG)).rejects.toThrow(/permission denied|must be owner/);
  });

  it('gives the engine no right to change what is recorded, nor to the tables themselves', async () => {
    const byEngine = (text: string) => actAsSystem(() => api.sql.rows({ name: '', text }));
    await expect(byEngine(`update history set post = 'head'`)).rejects.toThrow('permission denied');
    await expect(byEngine('delete from audit_seal')).rejects.toThrow('permission denied');
    await expect(byEngine('alter table history disable trigger user')).rejects.toThrow('must be owner');
  });

  it('tells what went wrong with a statement, and serves the next one', async () => {
    await expect(careless('select no_such_column from instance', BAC_GIANG)).rejects.toThrow('no_such_column');
    await expect(careless('select 1/0', BAC_GIANG)).rejects.toThrow('division by zero');
    expect(await seenBy('target', 'task_id', BAC_GIANG)).toEqual([tasks.get(BAC_GIANG)]);
  });
});
