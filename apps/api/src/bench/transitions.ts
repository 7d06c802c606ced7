import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { Pool, type Client } from 'pg';

import { ApiProcess } from './api-process.js';
import { median, percentile, printFigure, say } from './figures.js';
import { offices, openSession, taskSnapshot, TODAY } from './ground.js';
import { runLoad } from './load.js';

const ROUNDS = 3;

/** People at once, moves of one round, and the share of the one statement that is the goal. */
const crowds = [
  { lanes: 32, moves: 3000, goal: 0.8 },
  { lanes: 128, moves: 4000, goal: 1 },
];

/** The same writes as one acknowledgement, as one statement: what the server can do without an application. */
export const limitStatement = (id: string) => `
  with moved as (
    update instance set version = version + 1, state = 'acknowledged', snapshot = (select snapshot from bench_snapshot),
      due_on = due_on, done_on = done_on, holder_unit_id = holder_unit_id, phase = phase
    where id = ${id} returning id, version, to_unit_id),
  keyed as (insert into request (person_id, key, fingerprint, answer)
    select (select id from person limit 1), gen_random_uuid()::text, 'bench', '{"state":"acknowledged"}' from moved),
  told as (insert into history (instance_id, version, on_day, person_id, unit_id, post, event, payload, from_state, to_state)
    select id, version, '${TODAY}', (select id from person limit 1), to_unit_id, 'officer', 'acknowledge', '{}', 'assigned',
      'acknowledged' from moved),
  disarmed as (delete from due_row d using moved where d.instance_id = moved.id and d.event = 'acknowledgeReminder'),
  armed as (insert into due_row (instance_id, event, fire_on)
    select id, event, date '${TODAY}' + 30 from moved, unnest(array['remind', 'deadlinePassed']) event
    on conflict (instance_id, event) do update set fire_on = excluded.fire_on)
  insert into outbox (instance_id, effect, by_unit_id, on_day)
  select id, '{"planId":"","changed":[],"notices":[]}', to_unit_id, '${TODAY}' from moved`;

interface OpenTask {
  id: string;
  to_unit_id: string;
}

async function openTasks(client: Client): Promise<Map<string, string[]>> {
  const { rows } = await client.query<OpenTask>(
    `select id, to_unit_id from instance where flow = 'task' and state = 'assigned' and to_unit_id = any($1) order by id`,
    [offices],
  );
  const perOffice = new Map<string, string[]>(offices.map((office) => [office, []]));
  for (const row of rows) perOffice.get(row.to_unit_id)?.push(row.id);
  return perOffice;
}

async function pgbenchRate(
  databaseUrl: string,
  client: Client,
  lanes: number,
): Promise<{ perSecond: number; by: string }> {
  await client.query(`drop table if exists bench_id; drop table if exists bench_snapshot`);
  await client.query(
    `create table bench_id as select row_number() over ()::int as n, id from instance
     where flow = 'task' and state = 'accepted' limit 40000`,
  );
  await client.query('alter table bench_id add primary key (n)');
  await client.query('create table bench_snapshot as select $1::jsonb as snapshot', [
    JSON.stringify(taskSnapshot().snapshot),
  ]);
  await client.query('analyze bench_id');
  const count = (await client.query<{ n: number }>('select count(*)::int as n from bench_id')).rows[0]?.n ?? 0;
  const folder = await mkdtemp(join(tmpdir(), 'phancong-bench-'));
  try {
    const script = join(folder, 'move.sql');
    const body = limitStatement('(select id from bench_id where n = :n)').replace(/\s+/g, ' ');
    await writeFile(script, `\\set n random(1, ${count})\n${body};\n`);
    const { stdout } = await promisify(execFile)('pgbench', [
      '-n',
      '-Mprepared',
      `-c${lanes}`,
      '-j2',
      '-T6',
      `-f${script}`,
      databaseUrl,
    ]);
    return { perSecond: Number(/tps = ([\d.]+)/.exec(stdout)?.[1]), by: 'pgbench' };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const pool = new Pool({ connectionString: databaseUrl, max: lanes });
    const statement = { name: 'limit', text: limitStatement('(select id from bench_id where n = $1)') };
    const result = await runLoad(lanes, 3000, async (index) => {
      await pool.query({ ...statement, values: [(index % count) + 1] });
      return true;
    });
    await pool.end();
    return { perSecond: result.perSecond, by: 'node-postgres (no pgbench here)' };
  } finally {
    await rm(folder, { recursive: true, force: true });
    await client.query('drop table bench_id; drop table bench_snapshot');
  }
}

/** Acknowledgements over HTTP beside the same writes in one statement, in turns, for each crowd. */
export async function measureTransitions(databaseUrl: string, client: Client, port: number): Promise<void> {
  const api = await ApiProcess.start(databaseUrl, port);
  try {
    const sessions = new Map(
      await Promise.all(offices.map(async (office) => [office, await openSession(client, office)] as const)),
    );
    const waiting = await openTasks(client);
    const acknowledgeNext = async (lane: number) => {
      // Whoever has nothing left hands over to the next office, so that a crowd may be larger than the offices are many.
      const office = [...offices.slice(lane % offices.length), ...offices].find((unit) => waiting.get(unit)?.length);
      const [id, session] = [waiting.get(office ?? '')?.pop(), sessions.get(office ?? '')];
      if (!id || !session) return false;
      const body = { event: 'acknowledge', payload: {}, expectedVersion: 0 };
      return (await api.post(`/api/instances/${id}/moves`, body, session, randomUUID())).status === 200;
    };
    for (const crowd of crowds) await measureCrowd(databaseUrl, client, crowd, acknowledgeNext);
  } finally {
    await api.stop();
  }
}

async function measureCrowd(
  databaseUrl: string,
  client: Client,
  { lanes, moves, goal }: (typeof crowds)[number],
  acknowledgeNext: (lane: number) => Promise<boolean>,
): Promise<void> {
  say(`moves over HTTP, ${lanes} connections, beside the same writes in one statement …`);
  const [rates, limits, times]: [number[], number[], number[]] = [[], [], []];
  let by = '';
  for (let round = 0; round < ROUNDS; round += 1) {
    const limit = await pgbenchRate(databaseUrl, client, lanes);
    limits.push(limit.perSecond);
    by = limit.by;
    const result = await runLoad(lanes, moves, (_, lane) => acknowledgeNext(lane));
    if (result.failures > 0) throw new Error(`${result.failures} moves were refused.`);
    rates.push(result.perSecond);
    times.push(...result.times);
  }
  const ratio = median(rates.map((rate, round) => rate / (limits[round] ?? Number.NaN)));
  printFigure({
    figure: `transition over HTTP ÷ one statement, ${lanes} connections`,
    value: ratio,
    unit: 'ratio',
    goal: `>= ${goal.toFixed(2)}`,
    met: ratio >= goal,
    details: {
      movesPerSecond: Math.round(median(rates)),
      statementsPerSecond: Math.round(median(limits)),
      by,
      p50: percentile(times, 0.5),
      p99: percentile(times, 0.99),
    },
  });
}
