import { performance } from 'node:perf_hooks';

import type { Client, QueryResultRow } from 'pg';

import { fanOut, type FanOutOrder } from '../features/activation/fan-out.js';
import type { SqlRunner } from '../platform/database/sql.js';
import { median, printFigure, say } from './figures.js';
import { offices, TODAY } from './ground.js';

const TASKS = 200_000;
const ROUNDS = 3;
const tables = ['instance', 'history', 'due_row'] as const;

export const runnerOn = (client: Client): SqlRunner => ({
  async rows<Row extends QueryResultRow>({ text }: { text: string }, values: readonly unknown[] = []) {
    return (await client.query<Row>(text, [...values])).rows;
  },
});

export async function planOfRows(client: Client, rows: number): Promise<{ planId: string; itemIds: string[] }> {
  const { rows: made } = await client.query<{ plan_id: string; id: string }>(
    `with p as (insert into plan (title, year, owner_unit_id, file_id, document)
                select 'Kế hoạch lớn', 2025, 'ttt', id, '{}' from file limit 1 returning id),
     own as (insert into instance (id, flow, machine_version, state, phase, snapshot, plan_id, from_unit_id, to_unit_id)
             select id, 'plan', 1, 'active', 'open', '{}', id, 'ttt', 'ttt' from p)
     insert into plan_item (plan_id, position, ref, title, text, leads, coordinators, timing, targets, read)
     select p.id, n, n::text, 'Nội dung ' || n, '', '{}', '{}', '{}', '[]', '{}' from p, generate_series(1, $1) n
     returning plan_id, id`,
    [rows],
  );
  return { planId: made[0]?.plan_id ?? '', itemIds: made.map((row) => row.id) };
}

/** Every row of a plan is a task of each office for the whole year. */
export function orderOf({ planId, itemIds }: { planId: string; itemIds: readonly string[] }): FanOutOrder {
  const window = { label: null, startsOn: '2025-01-01', dueOn: '2025-12-31', standing: false, periods: [] };
  const duties = itemIds.map((itemId) => ({
    itemId,
    window,
    leadUnitIds: offices,
    coordinatorUnitIds: [],
    targets: [],
  }));
  return { planId, ownerUnitId: 'ttt', duties, today: TODAY, personId: null, post: 'officer' };
}

const clone = (table: string) => `plain_${table}`;
const kept = (table: string) => `kept_${table}`;

/** The keys of `instance` that `like … including all` leaves out. */
const addKeys = `alter table ${clone('instance')}
  add foreign key (plan_id) references plan (id),
  add foreign key (from_unit_id) references unit (id),
  add foreign key (to_unit_id) references unit (id)`;

async function insertPlainly(client: Client, withKeys: boolean): Promise<number> {
  for (const table of tables) await client.query(`create table ${clone(table)} (like ${table} including all)`);
  if (withKeys) await client.query(addKeys);
  await client.query('checkpoint');
  const seconds = await timed(async () => {
    await client.query('begin');
    for (const table of tables) await client.query(`insert into ${clone(table)} select * from ${kept(table)}`);
    await client.query('commit');
  });
  await client.query(`drop table ${tables.map(clone).join(', ')}`);
  return seconds;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

/** Activation of 200,000 tasks with history and clocks, beside the plain inserting of those very rows. */
export async function measureFanOut(client: Client): Promise<void> {
  say('activation of 200,000 tasks beside plain INSERT … SELECT of the same rows …');
  const { planId, itemIds } = await planOfRows(client, Math.ceil(TASKS / offices.length));
  const order = orderOf({ planId, itemIds });
  const [ours, plain, bare]: [number[], number[], number[]] = [[], [], []];
  let made = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    await client.query('checkpoint');
    ours.push(
      await timed(async () => {
        await client.query('begin');
        made = (await fanOut(runnerOn(client), order)).tasks;
        await client.query('commit');
      }),
    );
    await client.query(
      `create unlogged table ${kept('instance')} as select * from instance where plan_id = '${planId}' and flow = 'task'`,
    );
    await client.query(
      `create unlogged table ${kept('history')} as select h.* from history h join ${kept('instance')} k on k.id = h.instance_id`,
    );
    await client.query(
      `create unlogged table ${kept('due_row')} as select d.* from due_row d join ${kept('instance')} k on k.id = d.instance_id`,
    );
    plain.push(await insertPlainly(client, true));
    bare.push(await insertPlainly(client, false));
    await client.query('alter table history disable trigger history_append_only');
    await client.query(`delete from due_row where instance_id in (select id from ${kept('instance')})`);
    await client.query(`delete from history where instance_id in (select id from ${kept('instance')})`);
    await client.query(`delete from instance where id in (select id from ${kept('instance')})`);
    await client.query('alter table history enable trigger history_append_only');
    await client.query(`drop table ${tables.map(kept).join(', ')}`);
    await client.query('delete from outbox');
    await client.query('vacuum instance, history, due_row, outbox');
  }
  const ratioTo = (others: number[]) => median(others.map((seconds, round) => seconds / (ours[round] ?? Number.NaN)));
  const rate = (seconds: number[]) => Math.round(made / median(seconds));
  const details = { tasks: made, tasksPerSecond: rate(ours) };
  const ratio = ratioTo(plain);
  printFigure({
    figure: 'activation of 200,000 tasks ÷ plain INSERT … SELECT of the same rows, same indexes and keys',
    value: ratio,
    unit: 'ratio',
    goal: '>= 0.60',
    met: ratio >= 0.6,
    details: { ...details, plainTasksPerSecond: rate(plain) },
  });
  printFigure({
    figure: 'activation of 200,000 tasks ÷ plain INSERT … SELECT of the same rows, same indexes, no foreign keys',
    value: ratioTo(bare),
    unit: 'ratio',
    details: { ...details, plainTasksPerSecond: rate(bare) },
  });
}
