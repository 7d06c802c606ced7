import { setTimeout as pause } from 'node:timers/promises';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { startTestApi, type TestApi } from '../../testing/start-test-api.js';

/** Node ends a process for an error event that nobody hears; the test hears it in its stead. */
describe('a connection that the server cuts', () => {
  let api: TestApi;
  const unheard: Error[] = [];
  const hear = (error: Error) => void unheard.push(error);
  beforeAll(async () => {
    api = await startTestApi({ name: 'broken line' });
  }, 60_000);
  afterAll(() => api.close());
  beforeEach(() => {
    unheard.length = 0;
    process.prependListener('uncaughtException', hear);
  });
  afterEach(() => void process.removeListener('uncaughtException', hear));

  const cut = (pid: number) => api.query('select pg_terminate_backend($1)', [pid]);
  const ownPid = { name: 'own-pid', text: 'select pg_backend_pid() as pid' };
  const askOne = { name: 'ask-one', text: 'select 1 as one' };

  it('while a transaction thinks fails that transaction, and the process goes on', async () => {
    const thinking = api.sql.transaction(async (runner) => {
      const [row] = await runner.rows<{ pid: number }>(ownPid);
      await cut(row!.pid);
      await pause(300);
      await runner.rows(askOne);
    });
    await expect(thinking).rejects.toThrow();
    expect(unheard).toEqual([]);
    expect(await api.sql.rows(askOne)).toEqual([{ one: 1 }]);
  });

  it('while somebody holds it for himself is left behind, and the process goes on', async () => {
    const client = await api.sql.connect();
    const { rows } = await client.query<{ pid: number }>(ownPid.text);
    await cut(rows[0]!.pid);
    await pause(300);
    client.release(true);
    expect(unheard).toEqual([]);
    expect(await api.sql.rows(askOne)).toEqual([{ one: 1 }]);
  });
});
