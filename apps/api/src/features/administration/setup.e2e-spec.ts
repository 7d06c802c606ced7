import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { SetupPage, Welcome } from '@phancong/contracts';

import { startTestApi, type TestApi } from '../../testing/start-test-api.js';
import { SetupService } from './setup.service.js';

jest.setTimeout(30_000);

describe('the first start of a real installation', () => {
  let api: TestApi;
  let code: string;
  beforeAll(async () => {
    api = await startTestApi({ name: 'setup', people: false });
    code = api.app.get(SetupService).code;
  }, 60_000);
  afterAll(() => api.close());

  const setUp = (change: object = {}) =>
    api.anonymous.post<{ code: string }>('/setup', {
      code,
      agencyId: 'bhxh-vn',
      username: 'quan.tri',
      fullName: 'Phan Hữu Nghĩa',
      password: 'hoa gạo tháng ba',
      ...change,
    });

  it('has nobody in it, no default password, and says so', async () => {
    expect((await api.anonymous.get<Welcome>('/welcome')).body).toMatchObject({
      demonstration: null,
      setupNeeded: true,
    });
    expect((await api.anonymous.get<SetupPage>('/setup')).body.agencies.map(({ id }) => id)).toContain('bhxh-vn');
    const answer = await api.anonymous.post('/session', { username: 'ttt', password: 'ke-hoach-2025' });
    expect(answer).toMatchObject({ status: 401 });
  });

  it('is not taken over by whoever reaches the site first, but set up by whoever reads the terminal', async () => {
    expect(await setUp({ code: 'AAAA-AAAA-AAAA' })).toMatchObject({ status: 400 });
    expect(await setUp({ password: '1234567890' })).toMatchObject({ status: 422 });
    expect(await setUp({ agencyId: 'ttt' })).toMatchObject({ status: 400 });
    const both = await Promise.all([setUp({ username: 'mot' }), setUp({ username: 'hai' })]);
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([204, 404]);
    expect(await api.query(`select p.id from person p join post_holding h on h.person_id = p.id`)).toHaveLength(1);
  });

  it('is over then: the code opens nothing any more, and the administrator signs in', async () => {
    expect(await setUp({ username: 'ba' })).toMatchObject({ status: 404 });
    const [row] = await api.query<{ username: string }>('select username from person');
    const answer = await api.anonymous.post('/session', { username: row!.username, password: 'hoa gạo tháng ba' });
    expect(answer).toMatchObject({ status: 200, body: { actor: { post: 'administrator', unitId: 'bhxh-vn' } } });
    expect((await api.anonymous.get<Welcome>('/welcome')).body.setupNeeded).toBe(false);
  });
});
