import type { TokenScope } from '@phancong/contracts';

/** First part of the path below /api → the scope that changing something there takes. What is not here takes a session. */
const changing: Readonly<Record<string, TokenScope>> = {
  instances: 'work',
  moves: 'work',
  evidence: 'work',
  files: 'work',
  notices: 'work',
  plans: 'plans',
  budgets: 'plans',
};

/** What a token may read; people, sessions, keys and the security log are for persons alone. */
const readable: ReadonlySet<string> = new Set([
  ...Object.keys(changing),
  'inbox',
  'flows',
  'units',
  'clock',
  'live',
  'session',
]);

/** True when a token of these scopes may make this request. Closed by default: a new path is open to no token. */
export function allowsRequest(scopes: readonly TokenScope[], method: string, url: string): boolean {
  const [path = ''] = url.split('?');
  const place = /^\/api\/([a-z-]+)/.exec(path)?.[1] ?? '';
  if (method === 'GET' || method === 'HEAD') return scopes.includes('read') && readable.has(place);
  const needed = changing[place];
  return needed !== undefined && scopes.includes(needed);
}
