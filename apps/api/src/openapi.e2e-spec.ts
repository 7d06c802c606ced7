import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { startTestApi, type TestApi } from './testing/start-test-api.js';

interface Operation {
  summary?: string;
  tags?: string[];
  requestBody?: { content: Record<string, { schema: { $ref?: string; example?: unknown } }> };
  responses: Record<string, { description: string }>;
}

interface OpenApi {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { example?: unknown }> };
}

const openToAll = [
  '/api/health',
  '/api/ready',
  '/api/welcome',
  '/api/session/identity',
  '/api/session/identity/callback',
  '/api/session/identity/leave',
  '/api/clock',
  '/api/session',
  '/api/setup',
  '/api/invitations/{token}',
];

describe('the OpenAPI document', () => {
  let api: TestApi;
  let document: OpenApi;
  let operations: [string, Operation][];

  beforeAll(async () => {
    api = await startTestApi({ name: 'openapi' });
    document = (await api.anonymous.get<OpenApi>('/openapi.json')).body;
    operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]): [string, Operation] => [
        `${method.toUpperCase()} ${path}`,
        operation,
      ]),
    );
  });
  afterAll(() => api.close());

  it('describes every endpoint with a summary, a tag and its refusals', () => {
    expect(document.openapi).toMatch(/^3\.1/);
    expect(operations.length).toBeGreaterThan(35);
    for (const [name, operation] of operations) {
      expect({ name, summary: Boolean(operation.summary), tags: operation.tags?.length }).toEqual({
        name,
        summary: true,
        tags: 1,
      });
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['429', '500', '503']));
      expect(operation.responses['500']?.description).toContain('INTERNAL');
    }
  });

  it('gives an example of everything that is sent', () => {
    const without = operations.filter(([, { requestBody }]) => {
      const json = requestBody?.content['application/json']?.schema;
      if (!json) return false;
      const named = json.$ref ? document.components.schemas[json.$ref.split('/').at(-1) ?? ''] : json;
      return named?.example === undefined;
    });
    expect(without.map(([name]) => name)).toEqual([]);
  });

  it('every endpoint but the few open ones refuses whoever is not signed in', async () => {
    const closed = operations.filter(([name]) => !openToAll.includes(name.split(' ')[1] ?? ''));
    expect(closed.length).toBeGreaterThan(28);
    for (const [name] of closed) {
      const [method, path] = name.split(' ') as ['GET', string];
      const url = path.replace('/api', '').replace(/\{\w+\}/g, '01a1fc7f-45a6-7c08-b8cf-48dd904fd772');
      const answer = await api.anonymous.send<{ code: string }>({
        method,
        url,
        payload: method === 'GET' ? undefined : {},
      });
      expect({ name, status: answer.status, code: answer.body.code }).toEqual({
        name,
        status: 401,
        code: 'NOT_SIGNED_IN',
      });
    }
  });
});
