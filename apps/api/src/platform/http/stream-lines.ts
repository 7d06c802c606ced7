import type { ServerResponse } from 'node:http';

import type { FastifyReply } from 'fastify';

/**
 * An answer told line by line (application/x-ndjson) while `work` goes on. Refused before the first line, it is an answer like every
 * other; failed after it, the line breaks off, and whoever hears it asks again under the same idempotency key.
 */
export async function streamLines(
  reply: FastifyReply,
  work: (tell: (line: object) => void) => Promise<void>,
): Promise<void> {
  let raw: ServerResponse | undefined;
  try {
    await work((line) => {
      raw ??= begin(reply);
      raw.write(`${JSON.stringify(line)}\n`);
    });
    raw?.end();
  } catch (error) {
    if (!raw) throw error;
    raw.destroy();
  }
}

function begin(reply: FastifyReply): ServerResponse {
  reply.hijack();
  const { raw } = reply;
  raw.on('error', () => raw.destroy());
  return raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'application/x-ndjson; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  });
}
