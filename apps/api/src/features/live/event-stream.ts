import type { ServerResponse } from 'node:http';

import type { FastifyReply } from 'fastify';

import type { Line } from './screens.js';

/** Begins an answer that stays open. The headers that belong to every answer go with it. */
export function openEventStream(reply: FastifyReply): ServerResponse {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    // A proxy that gathers what it passes on would hold the signals back.
    'x-accel-buffering': 'no',
  });
  raw.on('error', () => raw.destroy());
  return raw;
}

export const lineOf = (raw: ServerResponse): Line => ({
  write: (text) => void raw.write(text),
  get waitingBytes() {
    return raw.writableLength;
  },
  end: () => void raw.end(),
  cut: () => void raw.destroy(),
});
