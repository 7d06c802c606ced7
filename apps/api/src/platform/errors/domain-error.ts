import { wordError, type ErrorCode, type Words } from '@phancong/contracts';

/** An expected refusal on its way to the edge. The sentence comes from the one table of errors. */
export class DomainError extends Error {
  readonly words: Words;

  constructor(
    readonly code: ErrorCode,
    readonly details: Record<string, unknown> = {},
    words?: Words,
  ) {
    super(code);
    this.words = words ?? wordError(code, details);
  }
}
