import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { startTestApi, type TestApi } from '../../testing/start-test-api.js';

describe('the security headers', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ name: 'security headers' });
  }, 60_000);
  afterAll(() => api.close());

  it.each(['/welcome', '/inbox', '/nowhere'])('go out with %s, answered or refused', async (path) => {
    const { headers } = await api.anonymous.get(path);
    const policy = String(headers['content-security-policy']).split(';');
    expect(policy).toEqual(
      expect.arrayContaining([
        `default-src 'self'`,
        `script-src 'self'`,
        `object-src 'none'`,
        `frame-ancestors 'none'`,
      ]),
    );
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    expect(headers).not.toHaveProperty('x-powered-by');
  });
});
