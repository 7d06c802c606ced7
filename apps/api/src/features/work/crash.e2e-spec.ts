import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MoveAnswer } from '@phancong/contracts';

import { GivenWork } from '../../testing/given-work.js';
import { findBreaches } from '../../testing/plan-invariants.js';
import { PostgresProxy, type CrashPoint } from '../../testing/postgres-proxy.js';
import { startTestApi, type TestApi } from '../../testing/start-test-api.js';
import type { TestClient } from '../../testing/test-client.js';
import { WorkerService } from '../worker/worker.service.js';

const TODAY = '2025-05-20';
const BAC_GIANG = 'bac-giang-truoc-2025-07';
const LAO_CAI = 'lao-cai-truoc-2025-07';
const entry = join(__dirname, '../../../dist/main.js');
const moments: readonly CrashPoint['moment'][] = ['before', 'during', 'after'];
/** More requests than one move makes: the loop ends when the move is answered before the process dies. */
const MOST_REQUESTS = 40;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The built API in a process of its own that can be killed, with a proxy before its database. */
class Victim {
  private child: ChildProcess | undefined;
  private constructor(
    readonly proxy: PostgresProxy,
    private readonly port: number,
    private readonly role: 'web' | 'worker',
  ) {}

  static async open(databaseUrl: string, role: 'web' | 'worker'): Promise<Victim> {
    const holder: { victim?: Victim } = {};
    const proxy = await PostgresProxy.open(databaseUrl, () => holder.victim?.child?.kill('SIGKILL'));
    holder.victim = new Victim(proxy, await freePort(), role);
    return holder.victim;
  }

  /** Starts the process; waits until it answers. */
  async live(): Promise<void> {
    if (this.child?.exitCode === null && this.child.signalCode === null) return;
    this.child = spawn(process.execPath, [entry], {
      env: {
        ...process.env,
        DATABASE_URL: this.proxy.url,
        PORT: String(this.port),
        PHANCONG_ROLE: this.role,
        PHANCONG_DEMO: '0',
        PHANCONG_LOG: 'silent',
        PHANCONG_RATE_LIMIT: '1000000',
        PHANCONG_POOL_SIZE: '4',
        NODE_ENV: 'production',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    for (let attempt = 0; attempt < 300; attempt += 1) {
      const ready = await fetch(`http://127.0.0.1:${this.port}/api/ready`).catch(() => undefined);
      if (ready?.ok) return;
      await pause(100);
    }
    throw new Error('The API did not become ready in 30 seconds.');
  }

  /** The answer of the move, or undefined when the process died on it. */
  async post(path: string, body: object, headers: Record<string, string>): Promise<MoveAnswer | undefined> {
    try {
      const answer = await fetch(`http://127.0.0.1:${this.port}/api${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...headers },
      });
      const told: unknown = await answer.json();
      if (!answer.ok) throw new Error(JSON.stringify(told));
      return told as MoveAnswer;
    } catch (error) {
      if (this.proxy.struck) return undefined;
      throw error;
    }
  }

  async died(): Promise<boolean> {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      if (this.proxy.struck && (this.child?.signalCode ?? null) !== null) return true;
      await pause(50);
    }
    return false;
  }

  async close(): Promise<void> {
    this.proxy.disarm();
    this.child?.kill('SIGKILL');
    await this.proxy.close();
  }
}

describe('the process is killed at every point of its work', () => {
  let api: TestApi;
  let office: TestClient;

  beforeAll(async () => {
    if (!existsSync(entry)) throw new Error('The API is not built: run "npm run build" first.');
    api = await startTestApi({ name: 'crash', today: TODAY });
    office = await api.as('ttt');
  }, 60_000);
  afterAll(() => api.close());

  /** What the dead worker's connection still holds is skipped at first; the next look finds it, as the next poll would. */
  async function fireTheRest(tasks: readonly string[]): Promise<void> {
    for (let look = 0; look < 100; look += 1) {
      await api.app.get(WorkerService).catchUp(TODAY);
      const left = await api.query('select 1 from due_row where instance_id = any($1::uuid[]) and fire_on <= $2', [
        tasks,
        TODAY,
      ]);
      if (left.length === 0) return;
      await pause(100);
    }
  }

  it('a move that ends a task and its parts is lost never, doubled never, and its second sending gets the first answer', async () => {
    const victim = await Victim.open(api.databaseUrl, 'web');
    const points: string[] = [];
    try {
      for (const moment of moments) {
        for (let request = 1; request < MOST_REQUESTS; request += 1) {
          const given = await GivenWork.activePlan(api.sql, { today: TODAY });
          const task = await given.started({ to: BAC_GIANG, dueOn: '2025-06-30', input: { openCheckpoints: 1 } });
          await given.started({ flow: 'checkpoint', to: BAC_GIANG, parentId: task, dueOn: '2025-06-25' });
          await given.started({ flow: 'coordination', from: BAC_GIANG, to: LAO_CAI, parentId: task });
          const body = { event: 'cancel', payload: { reason: 'Thôi thực hiện' }, expectedVersion: 0 };
          const key = { 'idempotency-key': `huy-nhiem-vu-${moment}-${request}` };

          await victim.live();
          victim.proxy.arm({ request, moment });
          const first = await victim.post(`/instances/${task}/moves`, body, { ...office.headers, ...key });
          if (victim.proxy.struck) points.push(`${moment} ${request}`);
          victim.proxy.disarm();
          const again = await office.post<MoveAnswer>(`/instances/${task}/moves`, body, key);
          expect({ point: `${moment} ${request}`, status: again.status, body: again.body }).toMatchObject({
            status: 200,
            body: { state: 'cancelled', version: 1 },
          });
          expect(again.body).toEqual(first ?? again.body);

          expect(await findBreaches(api.sql, given.planId, { joined: true })).toEqual([]);
          const written = await api.query(
            `select i.flow, i.state, i.version,
               (select count(*)::int from history h where h.instance_id = i.id) as history,
               (select count(*)::int from outbox o where o.instance_id = i.id and o.effect->>'planId' = i.plan_id::text
                  and (o.effect->'changed') @> jsonb_build_array(jsonb_build_object('instanceId', i.id))
                  and o.effect::text like '%taskCancelled%') as told
             from instance i where i.plan_id = $1 and i.flow <> 'plan' order by i.flow`,
            [given.planId],
          );
          expect(written).toEqual([
            { flow: 'checkpoint', state: 'cancelled', version: 1, history: 2, told: 0 },
            { flow: 'coordination', state: 'cancelled', version: 1, history: 2, told: 0 },
            { flow: 'task', state: 'cancelled', version: 1, history: 2, told: 1 },
          ]);
          if (first) break;
        }
      }
    } finally {
      await victim.close();
    }
    // At least the session, the reading and the writing of the move were struck, each at all three moments.
    for (const moment of moments)
      expect(points.filter((point) => point.startsWith(moment)).length).toBeGreaterThanOrEqual(3);
  }, 600_000);

  it('a worker that dies while it fires clocks leaves each of them fired exactly once', async () => {
    const victim = await Victim.open(api.databaseUrl, 'worker');
    let deaths = 0;
    try {
      for (const request of [1, 2, 3, 5, 7]) {
        const given = await GivenWork.activePlan(api.sql, { today: '2025-05-12' });
        const tasks: string[] = [];
        for (let task = 0; task < 5; task += 1) tasks.push(await given.started({ to: BAC_GIANG, dueOn: '2025-06-30' }));
        victim.proxy.disarm();
        await victim.live();
        // The day comes when the clocks of the tasks are due; the worker finds them at its next look.
        victim.proxy.arm({ request, moment: moments[request % 3]! });
        if (await victim.died()) deaths += 1;
        await fireTheRest(tasks);
        const fired = await api.query<{ fired: number; notices: number }>(
          `select (select count(*)::int from history h where h.instance_id = i.id and h.event = 'acknowledgeReminder') as fired,
                  (select count(*)::int from notice n where n.instance_id = i.id and n.template = 'taskNotAcknowledged'
                     and n.unit_id = i.to_unit_id) as notices
           from instance i where i.id = any($1::uuid[])`,
          [tasks],
        );
        expect(fired).toEqual(tasks.map(() => ({ fired: 2, notices: 2 })));
        expect(await findBreaches(api.sql, given.planId, { joined: true })).toEqual([]);
      }
    } finally {
      await victim.close();
    }
    expect(deaths).toBeGreaterThanOrEqual(3);
  }, 600_000);
});
