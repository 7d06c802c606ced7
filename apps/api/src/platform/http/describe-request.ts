import type { IncomingMessage, ServerResponse } from 'node:http';

/** A one-time link is a key: whoever reads the log may not open it. */
const keysInPaths = /(\/invitations\/)[^/?]+/;

/**
 * What the log keeps of a request: which, what, from where. No header is kept, so no cookie, token or key of a form can
 * slip into it.
 */
export function describeRequest(request: IncomingMessage & { id?: unknown; raw?: IncomingMessage }): object {
  const { id, method, url, headers, socket } = request.raw ?? request;
  return {
    id: request.id ?? id,
    method,
    url: url?.replace(keysInPaths, '$1…'),
    from: headers['x-forwarded-for'] ?? socket.remoteAddress,
  };
}

export function describeAnswer({ statusCode }: Pick<ServerResponse, 'statusCode'>): object {
  return { status: statusCode };
}
