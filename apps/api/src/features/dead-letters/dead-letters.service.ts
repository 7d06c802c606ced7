import { Injectable } from '@nestjs/common';
import type {
  DeadLetter,
  DeadLetterPage,
  DeadLettersDismissed,
  DeadLettersQuery,
  DeadLettersRetried,
  DismissDeadLetters,
  DismissedLetterPage,
  PageQuery,
  RetryDeadLetters,
} from '@phancong/contracts';

import { Sql } from '../../platform/database/sql.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { Caller } from '../people/request-actor.js';
import { requireDeed } from '../people/require-deed.js';
import { UnitsRepository } from '../units/units.repository.js';
import { WebhookSignal } from '../webhooks/webhook-signal.js';
import { OutboxSignal } from '../work/outbox-signal.js';
import { DeadLettersRepository, type Chosen, type DeadLetterRow } from './dead-letters.repository.js';
import { wordWhat, wordWhy } from './word-dead-letter.js';

const toDeadLetter = (row: DeadLetterRow): DeadLetter => ({
  id: row.id,
  kind: row.kind,
  what: wordWhat(row),
  why: wordWhy(row),
  instanceId: row.instance_id,
  flow: row.flow,
  title: row.title,
  unitName: row.unit_name,
  attempts: row.attempts,
  since: row.since.toISOString(),
});

/** What the system gave up, for the administrators who keep its units. */
@Injectable()
export class DeadLettersService {
  constructor(
    private readonly sql: Sql,
    private readonly letters: DeadLettersRepository,
    private readonly units: UnitsRepository,
    private readonly outboxSignal: OutboxSignal,
    private readonly webhookSignal: WebhookSignal,
  ) {}

  async list(caller: Caller, { kind, after, limit }: DeadLettersQuery): Promise<DeadLetterPage> {
    const chosen = { ...(await this.chosenBy(caller)), kind: kind ?? null };
    const [rows, total] = await Promise.all([
      this.letters.list(chosen, readPosition(after), limit + 1),
      this.letters.count(chosen),
    ]);
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    return { items: page.map(toDeadLetter), next: last ? `${last.since.toISOString()}_${last.id}` : null, total };
  }

  async retry(caller: Caller, asked: RetryDeadLetters): Promise<DeadLettersRetried> {
    const own = await this.chosenBy(caller);
    const chosen = 'ids' in asked ? { ...own, ids: asked.ids } : { ...own, kind: asked.kind ?? null };
    const retried = await this.sql.transaction((runner) => this.letters.retry(chosen, runner));
    this.outboxSignal.ring();
    this.webhookSignal.ring();
    return { retried };
  }

  /** Nothing of them is sent any more; who said so and why is kept for good. */
  async dismiss(caller: Caller, { ids, reason }: DismissDeadLetters): Promise<DeadLettersDismissed> {
    const rows = await this.letters.list({ ...(await this.chosenBy(caller)), ids }, null, ids.length);
    const { personId, unitId } = caller.actor;
    const letters = rows.map((row) => ({ id: row.id, letter: toDeadLetter(row), unit_ids: row.unit_ids }));
    await this.sql.transaction((runner) => this.letters.dismiss(letters, { reason, personId, unitId }, runner));
    return { dismissed: letters.length };
  }

  async dismissed(caller: Caller, { after, limit }: PageQuery): Promise<DismissedLetterPage> {
    const { kept } = await this.chosenBy(caller);
    const rows = await this.letters.dismissed(kept, readPosition(after), limit + 1);
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    return {
      items: page.map((row) => ({
        ...row.letter,
        // One letter may fail, and be dismissed, more than once.
        id: row.id,
        reason: row.reason,
        dismissedBy: `${row.full_name}, ${row.short_name}`,
        dismissedAt: row.dismissed_at.toISOString(),
      })),
      next: last ? `${last.dismissed_at.toISOString()}_${last.id}` : null,
    };
  }

  private async chosenBy(caller: Caller): Promise<Chosen> {
    requireDeed(caller, 'keepDeliveries');
    return { kept: await this.units.keptBy(caller.actor.unitId), kind: null, ids: null };
  }
}

function readPosition(after: string | undefined): { since: string; id: string } | null {
  if (after === undefined) return null;
  const [, since, id] = /^(\d{4}-\d{2}-\d{2}T[\d:.]{8,12}Z)_([\w-]{1,120})$/.exec(after) ?? [];
  if (!since || !id || Number.isNaN(Date.parse(since))) {
    throw new DomainError('VALIDATION_FAILED', { issues: [{ path: ['after'] }] });
  }
  return { since, id };
}
