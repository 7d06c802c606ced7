import { DomainError } from '../../platform/errors/domain-error.js';

/** Where a page of a list by deadline ended: the day of the last line (9999-12-31 without one) and its id. */
export interface DuePosition {
  dueOn: string;
  id: string;
}

export const NO_TERM = '9999-12-31';

export const writePosition = ({ dueOn, id }: DuePosition): string => `${dueOn}_${id}`;

/** Reads what `writePosition` wrote; anything else that a client sends is refused. */
export function readPosition(text: string | undefined): DuePosition | null {
  if (text === undefined) return null;
  const match = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(text);
  if (!match?.[1] || !match[2]) throw new DomainError('VALIDATION_FAILED', { issues: [{ path: ['after'] }] });
  return { dueOn: match[1], id: match[2] };
}
