import { performance } from 'node:perf_hooks';

import type { Client } from 'pg';
import { DataSource } from 'typeorm';

import { PlanBoardRepository } from '../features/plans/plan-board.repository.js';
import { WorkRepository } from '../features/work/work.repository.js';
import { readConfig } from '../platform/config/config.js';
import { actAsSystem, actFor } from '../platform/database/acting-units.js';
import { dataSourceOptions } from '../platform/database/data-source.js';
import { PeoplePool } from '../platform/database/people-pool.js';
import { Sql } from '../platform/database/sql.js';
import { median, printFigure, say } from './figures.js';
import { growTo, offices, TODAY } from './ground.js';

const TASKS = 1_000_000;
const CALLS = 2000;

/** What the wall of the database costs: the very statements of the screens behind it and past it, in turns. */
export async function measureVisibility(databaseUrl: string, client: Client): Promise<void> {
  say(`the inbox among ${TASKS} tasks behind the wall of row-level security and past it …`);
  await growTo(client, TASKS);
  const people = new PeoplePool(readConfig({ DATABASE_URL: databaseUrl, PHANCONG_POOL_SIZE: '2' }));
  const engine = await new DataSource(dataSourceOptions(databaseUrl, 2, 'phancong_worker')).initialize();
  try {
    const sql = new Sql(engine, people);
    const work = new WorkRepository(sql);
    const boards = new PlanBoardRepository(sql);
    const { rows: plans } = await client.query<{ id: string }>('select id from plan order by id limit 20');
    const { rows: items } = await client.query<{ plan_id: string; ids: string[] }>(
      'select plan_id, array_agg(id order by position) as ids from plan_item where plan_id = any($1) group by plan_id',
      [plans.map(({ id }) => id)],
    );
    const itemIds = new Map(items.map(({ plan_id: planId, ids }) => [planId, ids]));
    const unitOf = (n: number) => offices[n % offices.length] ?? '';
    const planOf = (n: number) => plans[n % plans.length]?.id ?? '';
    const owner = ['ttt', ...offices];
    const questions: [string, (n: number) => string[], (n: number) => Promise<unknown>][] = [
      ['first page of an inbox', (n) => [unitOf(n)], (n) => work.inbox(unitOf(n), { scope: 'mine', limit: 50 })],
      ['numbers above an inbox', (n) => [unitOf(n)], (n) => work.summary(unitOf(n), TODAY)],
      [
        'counts of every row of a plan',
        () => owner,
        (n) => boards.countRows({ planId: planOf(n), unitId: null, today: TODAY }, itemIds.get(planOf(n)) ?? []),
      ],
    ];
    for (const [name, units, ask] of questions) {
      const [behind, past]: [number[], number[]] = [[], []];
      for (let n = 0; n < CALLS; n += 1) {
        past.push(await timed(() => actAsSystem(() => ask(n))));
        behind.push(await timed(() => actFor({ units: async () => `{${units(n).join(',')}}` }, () => ask(n))));
      }
      const ratio = median(behind) / median(past);
      printFigure({
        figure: `${name} among ${TASKS} tasks, behind row-level security ÷ past it, median time`,
        value: ratio,
        unit: 'ratio',
        goal: '< 1.10',
        met: ratio < 1.1,
        details: { msBehind: median(behind), msPast: median(past) },
      });
    }
  } finally {
    await engine.destroy();
    await people.onApplicationShutdown();
  }
}

async function timed(ask: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await ask();
  return performance.now() - started;
}
