import type { FastifyRequest } from 'fastify';

/** Where a request comes from, as the lists of sessions and the security log show it. */
export interface Browser {
  address: string | null;
  userAgent: string | null;
}

export const browserOf = (request: FastifyRequest): Browser => ({
  address: request.ip || null,
  userAgent: request.headers['user-agent']?.slice(0, 300) ?? null,
});
