import type { Client } from 'pg';

import { ApiProcess } from './api-process.js';
import { median, printFigure, say } from './figures.js';
import { openSession, TODAY } from './ground.js';

const MANY = 10_000;
const ROUNDS = 3;

/** The same writes for many instances as one set-based statement. */
const limitStatement = `
  with chosen as (select id from instance where flow = 'task' and state = 'assigned' and version = 0 order by id limit $1),
  moved as (
    update instance i set version = version + 1, state = 'cancelled', phase = 'cancelled', holder_unit_id = null,
      snapshot = (select snapshot from instance where flow = 'task' limit 1)
    from chosen where i.id = chosen.id returning i.id, i.version, i.to_unit_id),
  keyed as (insert into request (person_id, key, fingerprint, answer)
    select (select id from person limit 1), 'bulk/' || id, 'bench', '[{"state":"cancelled"}]' from moved),
  told as (insert into history (instance_id, version, on_day, person_id, unit_id, post, event, payload, from_state, to_state)
    select id, version, '${TODAY}', (select id from person limit 1), 'ttt', 'officer', 'cancel', '{"reason":"x"}', 'assigned',
      'cancelled' from moved),
  disarmed as (delete from due_row d using moved where d.instance_id = moved.id)
  insert into outbox (instance_id, effect, by_unit_id, on_day)
  select id, jsonb_build_object('planId', '', 'changed', '[]'::jsonb, 'notices', '[]'::jsonb), 'ttt', '${TODAY}' from moved`;

/** Ten thousand tasks cancelled with one request, beside the same writes as one set-based statement. */
export async function measureBulk(databaseUrl: string, client: Client, port: number): Promise<void> {
  say(`${MANY.toLocaleString('en')} moves with one request, beside one set-based statement …`);
  const api = await ApiProcess.start(databaseUrl, port, { PHANCONG_ROLE: 'web' });
  try {
    const session = await openSession(client, 'ttt');
    const [rates, limits]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      const limitStarted = performance.now();
      await client.query(limitStatement, [MANY]);
      limits.push((MANY / (performance.now() - limitStarted)) * 1000);

      const { rows } = await client.query<{ id: string }>(
        `select id from instance where flow = 'task' and state = 'assigned' and version = 0 order by id limit $1`,
        [MANY],
      );
      const body = {
        event: 'cancel',
        payload: { reason: 'Không còn cần' },
        instances: rows.map(({ id }) => ({ id, expectedVersion: 0 })),
      };
      const started = performance.now();
      const answer = await api.post('/api/moves', body, session, `do-nhieu-viec-${round}`);
      rates.push((MANY / (performance.now() - started)) * 1000);
      const { moved } = JSON.parse(answer.body) as { moved?: unknown[] };
      if (moved?.length !== MANY)
        throw new Error(`Of ${MANY} moves ${moved?.length ?? 0} were made: ${answer.status}.`);
    }
    const ratio = median(rates.map((rate, round) => rate / (limits[round] ?? Number.NaN)));
    printFigure({
      figure: `bulk of ${MANY} over HTTP ÷ one set-based statement`,
      value: ratio,
      unit: 'ratio',
      goal: '>= 0.40',
      met: ratio >= 0.4,
      details: { movesPerSecond: Math.round(median(rates)), limitPerSecond: Math.round(median(limits)) },
    });
  } finally {
    await client.query('truncate outbox');
    await api.stop();
  }
}
