import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { ErrorCode } from '@phancong/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';

import type { SqlRunner } from '../../platform/database/sql.js';
import { refusalOf } from '../../platform/errors/refused-request.js';
import { browserOf } from './browser.js';
import type { Caller, SignedInRequest } from './request-actor.js';
import { SecurityLogRepository, type SecurityNote } from './security-log.repository.js';

/** Refusals that tell of somebody at a door that is not his; what was merely typed wrong is no matter of security. */
const telling: ReadonlySet<ErrorCode> = new Set([
  'NOT_ALLOWED',
  'CSRF_REJECTED',
  'TOKEN_SCOPE',
  'LINK_EXPIRED',
  'SAME_KEY_OTHER_REQUEST',
]);

/** Refusals that are everyday on reading and telling on changing. */
const tellingOnChange: ReadonlySet<ErrorCode> = new Set(['NOT_FOUND', 'NOT_SIGNED_IN', 'GUARD_REFUSED']);

const isTelling = (code: ErrorCode, method: string) =>
  telling.has(code) || (tellingOnChange.has(code) && method !== 'GET' && method !== 'HEAD');

/** Who acts, as a line of the log keeps it. */
export const actedBy = ({ actor }: Pick<Caller, 'actor'>) => ({
  personId: actor.personId,
  onBehalfOfId: actor.onBehalfOf?.personId ?? null,
  unitId: actor.unitId,
  post: actor.post,
});

/** Writes what happens at the doors. Every refused request stands here before its answer leaves. */
@Injectable()
export class SecurityLog implements OnModuleInit {
  private readonly logger = new Logger('Security');

  constructor(
    private readonly adapter: HttpAdapterHost,
    private readonly log: SecurityLogRepository,
  ) {}

  onModuleInit(): void {
    const server = this.adapter.httpAdapter?.getInstance<FastifyInstance | undefined>();
    server?.addHook('onSend', async (request) => {
      const code = refusalOf(request);
      if (code && isTelling(code, request.method)) await this.noteRefused(request, code);
    });
  }

  note(note: SecurityNote, runner?: SqlRunner): Promise<void> {
    return this.log.write(note, runner);
  }

  /** Parts of a request that were refused while the whole was answered: those that tell something, in one statement. */
  async noteRefusedParts(
    request: FastifyRequest,
    refused: readonly { id: string; error: { code: ErrorCode } }[],
  ): Promise<void> {
    const parts = refused
      .filter(({ error }) => isTelling(error.code, request.method))
      .map(({ id, error }) => ({ code: error.code, about: id }));
    if (parts.length === 0) return;
    try {
      await this.log.writeParts(this.refusalIn(request), parts);
    } catch (error) {
      this.logger.error({ err: error, refused: parts.length });
    }
  }

  private async noteRefused(request: FastifyRequest, code: ErrorCode): Promise<void> {
    try {
      await this.log.write({ ...this.refusalIn(request), code });
    } catch (error) {
      // The answer is a refusal all the same; the reason why the log is silent stands in the server's own log.
      this.logger.error({ err: error, code });
    }
  }

  private refusalIn(request: FastifyRequest): SecurityNote {
    const { caller } = request as SignedInRequest;
    return {
      kind: 'refused',
      ...(caller && actedBy(caller)),
      address: browserOf(request).address,
      request: `${request.method} ${request.url.split('?')[0]}`.slice(0, 300),
    };
  }
}
