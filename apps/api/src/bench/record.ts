import { performance } from 'node:perf_hooks';

import type { Client } from 'pg';

import { fanOut, type FanOutOrder } from '../features/activation/fan-out.js';
import { median, printFigure, say } from './figures.js';
import { orderOf, planOfRows, runnerOn } from './fan-out.js';
import { offices, taskSnapshot } from './ground.js';
import { limitStatement } from './transitions.js';

const TASKS = 50_000;
const MOVES = 2000;
const ROUNDS = 5;

const unchained = [
  `alter table history alter column hash set default ''`,
  'alter table history disable trigger history_chain',
];
const chained = [
  'alter table history enable trigger history_chain',
  'alter table history alter column hash drop default',
];

/** Seconds of processor and disk for activating a plan; it is taken back. */
async function activate(client: Client, order: FanOutOrder, setting: readonly string[]): Promise<number> {
  for (const statement of setting) await client.query(statement);
  await client.query('checkpoint');
  await client.query('begin');
  const started = performance.now();
  await fanOut(runnerOn(client), order);
  const seconds = (performance.now() - started) / 1000;
  await client.query('rollback');
  for (const table of ['instance', 'history', 'due_row', 'outbox']) await client.query(`vacuum ${table}`);
  return seconds;
}

/** Seconds for moves on one connection, without waiting for the disk; `together` of them share a transaction. */
async function move(client: Client, ids: readonly string[], together: number, setting: readonly string[]) {
  for (const statement of setting) await client.query(statement);
  const statement = { name: 'one-move', text: limitStatement('$1') };
  const started = performance.now();
  for (const [n, id] of ids.entries()) {
    if (n % together === 0) await client.query('begin');
    await client.query({ ...statement, values: [id] });
    if (n % together === together - 1) await client.query('commit');
  }
  return (performance.now() - started) / 1000;
}

async function inTurns(round: (setting: readonly string[]) => Promise<number>) {
  const [withChain, without]: [number[], number[]] = [[], []];
  for (let n = 0; n < ROUNDS; n += 1) {
    without.push(await round(unchained));
    withChain.push(await round(chained));
  }
  return median(withChain.map((seconds, n) => seconds / (without[n] ?? Number.NaN)));
}

/** What the chain of hashes costs: activation and single moves with it and without it, in turns. */
export async function measureRecord(client: Client): Promise<void> {
  say('activation and moves with the chained record and without …');
  const plan = await planOfRows(client, Math.ceil(TASKS / offices.length));
  const order = orderOf(plan);
  printFigure({
    figure: 'activation with the chained record ÷ without it, time',
    value: await inTurns((setting) => activate(client, order, setting)),
    unit: 'ratio',
    details: { tasks: plan.itemIds.length * offices.length },
  });
  await fanOut(runnerOn(client), order);
  await client.query('create table bench_snapshot as select $1::jsonb as snapshot', [
    JSON.stringify(taskSnapshot().snapshot),
  ]);
  await client.query('set synchronous_commit = off');
  const { rows } = await client.query<{ id: string }>(
    `select id from instance where plan_id = $1 and flow = 'task' limit $2`,
    [plan.planId, MOVES],
  );
  const ids = rows.map(({ id }) => id);
  for (const together of [1, 20]) {
    printFigure({
      figure: `moves, ${together} in a transaction, with the chained record ÷ without it, time`,
      value: await inTurns((setting) => move(client, ids, together, setting)),
      unit: 'ratio',
      details: { moves: MOVES },
    });
  }
  await client.query('set synchronous_commit = on');
  await client.query('drop table bench_snapshot');
}
