import type { Client } from 'pg';

import { ApiProcess } from './api-process.js';
import { percentile, printFigure, say } from './figures.js';
import { offices, openSession, TODAY } from './ground.js';

const MANY = 50_000;
const GOAL_SECONDS = 60;
const READ_EVERY_MS = 20;

/** So many clocks that fall due on one day: each fires once, while people go on reading their inboxes. */
export async function measureClocks(databaseUrl: string, client: Client, port: number): Promise<void> {
  say(`${MANY.toLocaleString('en')} clocks due on one day …`);
  await client.query(`delete from due_row where fire_on <= '${TODAY}'`);
  const armed = await client.query(
    `insert into due_row (instance_id, event, fire_on)
     select id, 'deadlinePassed', '${TODAY}' from instance
     where flow = 'task' and state = 'assigned' order by id limit $1
     on conflict (instance_id, event) do update set fire_on = excluded.fire_on`,
    [MANY],
  );
  const fired = async () =>
    (await client.query<{ n: number }>(`select count(*)::int n from history where event = 'deadlinePassed'`)).rows[0]
      ?.n ?? 0;
  const left = async () =>
    (await client.query<{ n: number }>(`select count(*)::int n from due_row where fire_on <= '${TODAY}'`)).rows[0]?.n ??
    0;
  const before = await fired();
  const started = performance.now();
  const api = await ApiProcess.start(databaseUrl, port);
  try {
    const office = await openSession(client, offices[20] ?? '');
    const times: number[] = [];
    let remaining = armed.rowCount ?? 0;
    while (remaining > 0 && performance.now() - started < 10 * GOAL_SECONDS * 1000) {
      for (let read = 0; read < 25; read += 1) {
        const begun = performance.now();
        const answer = await api.get('/api/inbox?limit=30', office.cookie);
        if (answer.status !== 200) throw new Error(`The inbox answered ${answer.status}.`);
        times.push(performance.now() - begun);
        await new Promise((resolve) => setTimeout(resolve, READ_EVERY_MS));
      }
      remaining = await left();
    }
    const seconds = (performance.now() - started) / 1000;
    const once = (await fired()) - before;
    if (remaining > 0 || once !== armed.rowCount)
      throw new Error(`${once} of ${armed.rowCount} clocks fired, ${remaining} left.`);
    printFigure({
      figure: `${once} clocks of one day, each once`,
      value: seconds,
      unit: 's',
      goal: `<= ${GOAL_SECONDS}`,
      met: seconds <= GOAL_SECONDS,
      details: { perSecond: Math.round(once / seconds) },
    });
    const p99 = percentile(times, 0.99);
    printFigure({
      figure: 'inbox page while clocks fire, p99',
      value: p99,
      unit: 'ms',
      goal: '< 300',
      met: p99 < 300,
      details: { calls: times.length },
    });
  } finally {
    await api.stop();
  }
}
