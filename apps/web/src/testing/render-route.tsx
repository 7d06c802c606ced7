import { RouterProvider, createMemoryHistory } from '@tanstack/react-router';
import { render } from '@testing-library/react';

import { Providers } from '../app/providers.js';
import { createAppRouter } from '../app/router.js';
import { setPatience } from '../lib/api-client.js';
import { createQueryClient } from '../lib/query-client.js';
import { answerFake } from './fake-api.js';
import type { FakeAnswer, FakeRequest } from './fake-api.js';

export interface SeenRequest extends FakeRequest {
  headers: Headers;
}

/** Answers some addresses in its own way; null leaves the request to the fake office. */
export type Answering = (request: SeenRequest) => FakeAnswer | 'noConnection' | null;

/** Puts the fake office behind fetch; the returned list fills with every request that was made. */
export function fakeNetwork(answering: Answering = () => null): SeenRequest[] {
  const seen: SeenRequest[] = [];
  setPatience([0.01, 0.01, 0.01]);
  const answer = async (address: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(address instanceof Request ? address.url : address, 'http://localhost');
    const request: SeenRequest = {
      method: init.method ?? 'GET',
      path: url.pathname.replace(/^\/api/, ''),
      query: url.searchParams,
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
      headers: new Headers(init.headers),
    };
    seen.push(request);
    const own = answering(request);
    if (own === 'noConnection') throw new TypeError('no connection');
    const { status, body } = own ?? answerFake(request);
    const text = JSON.stringify(body);
    return { ok: status < 400, status, text: () => Promise.resolve(text) } as Response;
  };
  globalThis.fetch = answer;
  return seen;
}

/** Renders an address of the product with everything real but the network. */
export function renderRoute(address: string) {
  const queryClient = createQueryClient();
  const history = createMemoryHistory({ initialEntries: [address] });
  const router = createAppRouter(queryClient, history);
  const view = render(
    <Providers queryClient={queryClient}>
      <RouterProvider router={router} />
    </Providers>,
  );
  return { ...view, router, queryClient };
}
