import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from './drop-databases.js';
import { createTestDatabase, type TestDatabase } from './create-test-database.js';

describe('a database for one test file', () => {
  let first: TestDatabase;
  let second: TestDatabase;
  let prepared = 0;
  const template = {
    key: 'one office',
    prepare: async (url: string) => {
      prepared += 1;
      await withClient(url, (client) =>
        client.query("create table office (name text); insert into office values ('Trung tâm Truyền thông')"),
      );
    },
  };

  beforeAll(async () => {
    [first, second] = await Promise.all([
      createTestDatabase({ name: 'Sổ của đơn vị thứ nhất', template }),
      createTestDatabase({ name: 'Sổ của đơn vị thứ hai', template }),
    ]);
  });

  afterAll(async () => {
    await first.drop();
    await second.drop();
  });

  it('starts as a copy of the template, which is prepared once', async () => {
    expect(prepared).toBe(1);
    const names = await withClient(second.url, (client) => client.query('select name from office'));
    expect(names.rows).toEqual([{ name: 'Trung tâm Truyền thông' }]);
  });

  it('does not see what another test file writes', async () => {
    await withClient(first.url, (client) => client.query("insert into office values ('Vụ Tài chính - Kế toán')"));
    const count = await withClient(second.url, (client) => client.query('select count(*)::int as n from office'));
    expect(count.rows).toEqual([{ n: 1 }]);
  });

  it('is gone after drop, even with a session still open, and drop may be called twice', async () => {
    const third = await createTestDatabase({ name: 'đóng sổ' });
    await withClient(third.url, async (client) => {
      client.on('error', () => undefined);
      await third.drop();
      await third.drop();
    });
    await expect(withClient(third.url, (client) => client.query('select 1'))).rejects.toThrow(/does not exist/);
  });

  it('copies nothing of a preparation that failed', async () => {
    const broken = { key: 'broken', prepare: () => Promise.reject(new Error('di trú hỏng')) };
    await expect(createTestDatabase({ name: 'hỏng', template: broken })).rejects.toThrow('di trú hỏng');
    const mended = { key: 'broken', prepare: () => Promise.resolve() };
    const database = await createTestDatabase({ name: 'đã sửa', template: mended });
    await database.drop();
  });
});
