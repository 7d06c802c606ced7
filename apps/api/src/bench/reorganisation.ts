import { performance } from 'node:perf_hooks';

import type { Client } from 'pg';

import type { Caller } from '../features/people/request-actor.js';
import { ReorganisationsService } from '../features/reorganisations/reorganisations.service.js';
import { fanOut } from '../features/activation/fan-out.js';
import { readConfig } from '../platform/config/config.js';
import { prepareApp } from '../start.js';
import { planOfRows, runnerOn } from './fan-out.js';
import { printFigure, say } from './figures.js';
import { offices, TODAY } from './ground.js';

const TASKS = 100_000;
const ON = '2025-07-01';

const targets = [
  { metric: 'Hội nghị', min: 10, max: 12, unit: 'cuộc', per: 'tỉnh', period: 'năm', quote: '', approx: false },
];

/** A plan of 100,000 open tasks with their clocks; every tenth row has a target. */
async function layPlan(client: Client): Promise<number> {
  const { planId, itemIds } = await planOfRows(client, Math.ceil(TASKS / offices.length));
  const window = { label: null, startsOn: '2025-01-01', dueOn: '2025-12-31', standing: false, periods: [] };
  const duties = itemIds.map((itemId, place) => ({
    itemId,
    window,
    leadUnitIds: offices,
    coordinatorUnitIds: [],
    targets: place % 10 === 0 ? targets : [],
  }));
  const order = { planId, ownerUnitId: 'ttt', duties, today: TODAY, personId: null, post: 'officer' };
  const { tasks } = await fanOut(runnerOn(client), order);
  await client.query('vacuum analyze instance');
  await client.query('analyze due_row');
  return tasks;
}

/** 1 July 2025 (63 → 34) on a running plan of 100,000 tasks: one transaction, with its figures of before and after. */
export async function measureReorganisation(databaseUrl: string, client: Client): Promise<void> {
  say('reorganisation of 1 July 2025 on a plan of 100,000 tasks …');
  const tasks = await layPlan(client);
  const { rows } = await client.query<{ id: string; name: string }>(
    `select p.id, p.full_name as name from person p join post_holding h on h.person_id = p.id
     where h.unit_id = 'lanh-dao-bhxh-vn' limit 1`,
  );
  const leader = rows[0];
  if (!leader) throw new Error('Nobody leads the agency of the bench.');
  const caller: Caller = {
    actor: { personId: leader.id, personName: leader.name, unitId: 'lanh-dao-bhxh-vn', unitName: '', post: 'head' },
    today: ON,
    seatId: '',
    sessionId: '',
    csrfToken: '',
    expiresAt: new Date(),
    strong: true,
    byIdentity: false,
  };
  const app = await prepareApp(readConfig({ DATABASE_URL: databaseUrl, PHANCONG_ROLE: 'web', PHANCONG_LOG: 'silent' }));
  try {
    const reorganisations = app.get(ReorganisationsService);
    const request = { document: 'Nghị quyết 202/2025/QH15', decisions: [], splits: [], endedPosts: [] };
    const looked = performance.now();
    await reorganisations.preview(caller, ON, request);
    const started = performance.now();
    const { run } = await reorganisations.apply(caller, ON, request);
    const seconds = (performance.now() - started) / 1000;
    const again = await reorganisations.apply(caller, ON, request);
    if (!run || run.moved.task !== tasks || !again.already)
      throw new Error(`Not all work moved: ${JSON.stringify(run)}`);
    printFigure({
      figure: 'reorganisation 63 → 34 of a plan of 100,000 tasks, one transaction',
      value: seconds,
      unit: 's',
      goal: '<= 60',
      met: seconds <= 60,
      details: { tasks, previewSeconds: Math.round(started - looked) / 1000, before: run.before, after: run.after },
    });
  } finally {
    await app.close();
  }
}
