import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { errorTable, wordError, type ErrorAnswer, type ErrorCode, type Words } from '@phancong/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { isDatabaseAway } from './database-away.js';
import { DomainError } from './domain-error.js';
import { noteRefusal } from './refused-request.js';

interface Refusal {
  code: ErrorCode;
  details: Record<string, unknown>;
  words: Words;
}

const codeOfStatus: Partial<Record<number, ErrorCode>> = {
  400: 'VALIDATION_FAILED',
  401: 'NOT_SIGNED_IN',
  403: 'NOT_ALLOWED',
  404: 'NOT_FOUND',
  413: 'FILE_TOO_LARGE',
  415: 'UNKNOWN_FORMAT',
  429: 'TOO_MANY_REQUESTS',
};

function describe(error: unknown): Refusal {
  if (error instanceof DomainError) return { code: error.code, details: error.details, words: error.words };
  if (isDatabaseAway(error)) return { code: 'DATABASE_AWAY', details: {}, words: wordError('DATABASE_AWAY') };
  const status = statusOf(error);
  const code = (status === undefined ? undefined : codeOfStatus[status]) ?? 'INTERNAL';
  const details = code === 'VALIDATION_FAILED' ? { issues: issuesOf(error) } : {};
  return { code, details, words: wordError(code, details) };
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : undefined;
}

/** What the schema said of the request, as Nest's Standard Schema pipe hands it on. */
function issuesOf(error: unknown): unknown {
  if (!(error instanceof HttpException)) return [];
  const body = error.getResponse();
  return typeof body === 'object' && 'message' in body ? body.message : body;
}

/** The one place where a failure becomes an HTTP answer. Unknown failures tell the reader nothing but a reference. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('Error');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const { code, details, words } = describe(error);
    const requestId = request.id;
    noteRefusal(request, code);
    const { status, level } = errorTable[code];
    if (level === 'error') this.logger.error({ code, requestId, url: request.url, err: error });
    else this.logger[level === 'warn' ? 'warn' : 'debug']({ code, requestId, url: request.url });
    const answer: ErrorAnswer = {
      code,
      message: code === 'INTERNAL' ? wordError('INTERNAL', { requestId }) : words,
      details,
      requestId,
    };
    if (code === 'DATABASE_AWAY') void reply.header('retry-after', '3');
    void reply.status(status).send(answer);
  }
}
