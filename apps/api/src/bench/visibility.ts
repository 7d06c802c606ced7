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

/** A statement of a screen, and the units for whom it is asked; the first is that of the person. */
interface Question {
  name: string;
  units: (n: number) => string[];
  ask: (n: number) => Promise<unknown>;
  calls?: number;
}

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
    const superior = { unitId: 'lanh-dao-bhxh-vn', below: owner };
    const above = [superior.unitId, ...superior.below];
    const page = { limit: 50 };
    const tasks = { flow: 'task', ...page } as const;
    const questions: Question[] = [
      {
        name: 'first page of an inbox',
        units: (n) => [unitOf(n)],
        ask: (n) => work.inbox(unitOf(n), { scope: 'mine', ...page }),
      },
      {
        name: 'first page of what was done',
        units: (n) => [unitOf(n)],
        ask: (n) => work.inbox(unitOf(n), { scope: 'done', ...page }),
      },
      { name: 'numbers above an inbox', units: (n) => [unitOf(n)], ask: (n) => work.summary(unitOf(n), TODAY) },
      {
        name: 'list of the tasks of one row, asked by the owner of the plan',
        units: () => owner,
        ask: (n) => {
          const itemId = itemIds.get(planOf(n))?.[n % 27] ?? '';
          return work.list({ unitId: 'ttt', below: offices }, { ...tasks, planId: planOf(n), itemId }, TODAY);
        },
      },
      {
        name: 'list of the tasks of one unit, asked by its superior',
        units: () => above,
        ask: (n) => work.list(superior, { ...tasks, unitId: unitOf(n) }, TODAY),
        calls: 300,
      },
      {
        name: 'counts of every row of a plan',
        units: () => owner,
        ask: (n) => boards.countRows({ planId: planOf(n), unitId: null, today: TODAY }, itemIds.get(planOf(n)) ?? []),
      },
      {
        name: 'counts of every row of a plan, asked by a superior',
        units: () => above,
        ask: (n) => boards.countRows({ planId: planOf(n), unitId: null, today: TODAY }, itemIds.get(planOf(n)) ?? []),
        calls: 500,
      },
    ];
    for (const { name, units, ask, calls = CALLS } of questions) {
      const [behind, past]: [number[], number[]] = [[], []];
      for (let n = 0; n < calls; n += 1) {
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
