import type { ErrorCode } from '@phancong/contracts';
import type { FastifyRequest } from 'fastify';

const refusals = new WeakMap<FastifyRequest, ErrorCode>();

/** Remembers how a request was refused, for whoever keeps the security log. */
export const noteRefusal = (request: FastifyRequest, code: ErrorCode): void => void refusals.set(request, code);

export const refusalOf = (request: FastifyRequest): ErrorCode | undefined => refusals.get(request);
