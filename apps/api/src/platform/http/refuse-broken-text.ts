import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { DomainError } from '../errors/domain-error.js';

/** Text that no database keeps: the character that ends strings in C, and half of a surrogate pair. */
const isBroken = (text: string) => text.includes('\u0000') || !text.isWellFormed();

/** Where the first broken text stands in what was sent; null where all of it is whole. */
export function findBrokenText(value: unknown, path: readonly (string | number)[] = []): (string | number)[] | null {
  if (typeof value === 'string') return isBroken(value) ? [...path] : null;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return null;
  for (const [key, part] of Object.entries(value)) {
    const found = isBroken(key) ? [...path] : findBrokenText(part, [...path, key]);
    if (found) return found;
  }
  return null;
}

/** Refuses broken text wherever it stands, before any endpoint reads it: else the database would, as a failure of the server. */
export class RefuseBrokenText implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler) {
    const { body, query, params } = context.switchToHttp().getRequest<FastifyRequest>();
    const path = findBrokenText(body) ?? findBrokenText(query) ?? findBrokenText(params);
    if (path) {
      throw new DomainError('VALIDATION_FAILED', {
        issues: [
          {
            path,
            message: 'Có ký tự hỏng trong nội dung; hãy gõ lại chỗ này.',
            messageEn: 'There is a broken character in this text; type it again.',
          },
        ],
      });
    }
    return next.handle();
  }
}
