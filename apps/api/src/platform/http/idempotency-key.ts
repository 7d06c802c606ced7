import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { DomainError } from '../errors/domain-error.js';

/** Header `Idempotency-Key`: the same request sent again with it gets the first answer instead of happening twice. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): string | null => {
  const key = context.switchToHttp().getRequest<FastifyRequest>().headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key !== 'string' || !/^[\w-]{8,100}$/.test(key)) {
    throw new DomainError('VALIDATION_FAILED', { issues: [{ path: ['Idempotency-Key'] }] });
  }
  return key;
});
