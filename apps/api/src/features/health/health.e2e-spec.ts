import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { startTestApi, type TestApi } from '../../testing/start-test-api.js';

describe('a process that is a worker alone', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ name: 'worker alone', role: 'worker' });
  }, 60_000);
  afterAll(() => api.close());

  it.each(['/health', '/ready'])('says at %s how it is', async (path) => {
    expect(await api.anonymous.get(path)).toMatchObject({ status: 200, body: { status: 'ok' } });
  });

  it.each(['/welcome', '/session', '/inbox', '/openapi.json'])('answers nobody at %s', async (path) => {
    expect(await api.anonymous.get(path)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
  });
});
