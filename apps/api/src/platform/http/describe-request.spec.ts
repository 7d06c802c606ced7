import { once } from 'node:events';
import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { describeAnswer, describeRequest } from './describe-request.js';

describe('What the log keeps of a request', () => {
  const seen: IncomingMessage[] = [];
  const server = createServer((request, answer) => {
    seen.push(request);
    answer.end();
  });
  beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'));
  afterAll(() => void server.close());

  async function ask(path: string, headers: Record<string, string> = {}): Promise<object> {
    const { port } = server.address() as AddressInfo;
    const [answer] = (await once(get({ port, path, headers }), 'response')) as [IncomingMessage];
    answer.resume();
    return describeRequest(Object.assign(seen.at(-1)!, { id: 'r-1' }));
  }

  it('says which, what and from where', async () => {
    expect(await ask('/api/inbox?limit=50')).toEqual({
      id: 'r-1',
      method: 'GET',
      url: '/api/inbox?limit=50',
      from: '127.0.0.1',
    });
  });

  it('names the person’s own address where a proxy stands between', async () => {
    expect(await ask('/api/inbox', { 'x-forwarded-for': '10.1.2.3' })).toMatchObject({ from: '10.1.2.3' });
  });

  it('keeps no cookie, no token and no one-time link', async () => {
    const secrets = { cookie: 'session=s3cret', authorization: 'Bearer s3cret', 'x-csrf-token': 's3cret' };
    const kept = JSON.stringify(await ask('/api/invitations/s3cret?from=mail', secrets));
    expect(kept).toContain('/api/invitations/…?from=mail');
    expect(kept).not.toContain('s3cret');
  });

  it('keeps the status of an answer alone', () => {
    expect(describeAnswer({ statusCode: 409 })).toEqual({ status: 409 });
  });
});
