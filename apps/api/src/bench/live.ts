import type { Client } from 'pg';

import { ApiProcess } from './api-process.js';
import { percentile, printFigure, say } from './figures.js';
import { offices, openSession, type BenchSession } from './ground.js';
import { OpenScreens } from './open-screens.js';

const SCREENS = [1000, 2000] as const;
const MOVES = 20;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Moves a task of one office and waits until every screen that may see it has heard; milliseconds from the answer of the move. */
async function tellOnce(
  api: ApiProcess,
  client: Client,
  screens: OpenScreens,
  mover: BenchSession,
  expected: number,
): Promise<number[]> {
  const { rows } = await client.query<{ id: string; version: number }>(
    `select id, version from instance where flow = 'task' and state = 'assigned' and version = 0 limit 1`,
  );
  const [task] = rows;
  if (!task) throw new Error('No open task is left.');
  screens.await(task.id);
  const begun = performance.now();
  const body = { event: 'cancel', payload: { reason: 'Đo' }, expectedVersion: task.version };
  const answer = await api.post(`/api/instances/${task.id}/moves`, body, mover);
  if (answer.status !== 200) throw new Error(`The move was refused: ${answer.body}`);
  for (let waited = 0; screens.arrivals.length < expected; waited += 1) {
    if (waited > 1000) throw new Error(`Only ${screens.arrivals.length} of ${expected} screens heard of a move.`);
    await pause(10);
  }
  return screens.arrivals.map((at) => at - begun);
}

/** Memory, processor time and delay of open screens of headquarters, where everybody sees every move. */
export async function measureLive(databaseUrl: string, client: Client, port: number): Promise<void> {
  say('1,000 and 2,000 open screens …');
  const api = await ApiProcess.start(databaseUrl, port, { PHANCONG_ROLE: 'all', PHANCONG_SESSION_HOURS: '2' });
  const mover = await openSession(client, 'ttt');
  // One session for each screen, as one browser each; all of units that see every task of the plan.
  const sessions: BenchSession[] = [];
  while (sessions.length < SCREENS[1]) sessions.push(await openSession(client, 'ttt'));
  const screens = new OpenScreens(port, sessions);
  try {
    await pause(3000);
    for (let warm = 0; warm < 3; warm += 1) await tellOnce(api, client, screens, mover, 0);
    const before = api.memory() ?? Number.NaN;
    for (const count of SCREENS) {
      await screens.openUpTo(count);
      await pause(2000);
      const delays: number[] = [];
      const begun = api.processorSeconds();
      for (let move = 0; move < MOVES; move += 1) delays.push(...(await tellOnce(api, client, screens, mover, count)));
      const used = api.processorSeconds() - begun;
      const idleBegun = api.processorSeconds();
      await pause(50_000);
      const idle = (api.processorSeconds() - idleBegun) / 50;
      const grown = (api.memory() ?? Number.NaN) - before;
      printFigure({
        figure: `API memory growth, ${count} live screens`,
        value: grown,
        unit: 'MiB',
        ...(count === 1000 ? { goal: '< 100', met: grown < 100 } : {}),
        details: {
          offices: offices.length,
          p50Ms: Math.round(percentile(delays, 0.5)),
          p99Ms: Math.round(percentile(delays, 0.99)),
          processorMsPerEvent: Math.round((used / MOVES) * 1000),
          processorShareAtRest: Number(idle.toFixed(3)),
        },
      });
    }
  } finally {
    screens.closeAll();
    await api.stop();
  }
}
