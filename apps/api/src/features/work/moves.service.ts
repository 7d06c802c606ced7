import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import type { IsoDate, MoveAnswer, MoveRequest } from '@phancong/contracts';
import type { Refusal } from '@phancong/workflows';

import { DomainError } from '../../platform/errors/domain-error.js';
import { Sql, type SqlRunner } from '../../platform/database/sql.js';
import { Gatherer } from '../../platform/gather/gatherer.js';
import type { Caller } from '../people/request-actor.js';
import { UnitsRepository } from '../units/units.repository.js';
import type { Origin } from './engine/writes.js';
import type { Mover } from './engine/cascade.js';
import type { InstanceRow } from './engine/instance-row.js';
import { runMoveBatch, type MoveJob, type MoveResult } from './engine/move-batch.js';
import { MOST_TRIES, pauseBefore } from './engine/tries.js';
import { InstancesRepository } from './instances.repository.js';
import { OutboxSignal } from './outbox-signal.js';
import { maySee } from './visibility.js';

export const answerOf = (row: InstanceRow): MoveAnswer => ({
  id: row.id,
  flow: row.flow,
  state: row.state,
  version: row.version,
  holderUnitId: row.holder_unit_id,
});

const toError = (refusal: Refusal) => new DomainError(refusal.code, refusal.details, refusal.words);

/** An event of the system, and the day on which it happens. */
interface SystemEvent {
  id: string;
  event: string;
  payload: unknown;
  today: IsoDate;
}

type SystemOutcome = { kind: 'moved' | 'notExpected' | 'later' } | { kind: 'failed'; error: unknown };

const systemJob = ({ id, event, payload, today }: SystemEvent): MoveJob => ({
  readId: id,
  today,
  mover: null,
  check: (row) => (row ? undefined : { kind: 'hidden' }),
  attempt: (cascade) => cascade.send(id, event, payload, 'system'),
  keyedRequest: () => null,
});

/** What was asked, so that the same idempotency key for something else can be refused. */
export const fingerprintOf = (asked: unknown) => createHash('sha256').update(JSON.stringify(asked)).digest('base64url');

/** Moves that go together into one read and one write, and how many such batches may be under way at once. */
const GATHER = { most: 128, lanes: 2 };

/**
 * Use cases of moving instances. Always the same steps: read, ask the machine, write in one statement; whoever came
 * second is told what happened meanwhile. A repeated request gets the first answer. Moves of many people at once are
 * gathered: one read and one write carries them all, each with its own outcome.
 */
@Injectable()
export class MovesService {
  private readonly gatherer: Gatherer<MoveJob, MoveResult>;

  constructor(
    private readonly instances: InstancesRepository,
    private readonly units: UnitsRepository,
    private readonly signal: OutboxSignal,
    private readonly sql: Sql,
  ) {
    this.gatherer = new Gatherer((jobs) => runMoveBatch(instances, jobs), GATHER);
  }

  async move(caller: Caller, id: string, request: MoveRequest, key: string | null): Promise<MoveAnswer> {
    const mover = await this.moverOf(caller);
    const { expectedVersion, event, payload } = request;
    return this.carry(caller, key, fingerprintOf({ id, ...request }), {
      readId: id,
      mover,
      check: (row) => {
        if (!row || !maySee(caller.actor.unitId, mover.superiorOf, row)) return { kind: 'hidden' };
        return row.version === expectedVersion ? undefined : { kind: 'stale', row };
      },
      attempt: (cascade) => cascade.send(id, event, payload),
    });
  }

  /** Hands a job to the gathered engine until it is done, or until there is a reason to tell. */
  private async carry(
    caller: Caller,
    key: string | null,
    fingerprint: string,
    asked: Omit<MoveJob, 'today' | 'keyedRequest'>,
  ): Promise<MoveAnswer> {
    const keyedRequest = (row: InstanceRow) => (key ? { key, fingerprint, answer: answerOf(row) } : null);
    const job: MoveJob = { ...asked, today: caller.today, keyedRequest };
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      await pauseBefore(tries);
      const result = await this.gatherer.add(job);
      if (result.kind === 'done') {
        this.signal.ring();
        return answerOf(result.row);
      }
      if (result.kind === 'hidden') throw new DomainError('NOT_FOUND');
      const first = await this.repeatedAnswer(caller, key, fingerprint);
      if (first) return first;
      if (result.kind === 'refused') throw toError(result.refusal);
      if (result.kind === 'stale') await this.throwStale(result.row);
    }
    throw new DomainError('WORK_BUSY');
  }

  /** Starts a flow; the caller's unit is `from` unless the flow says otherwise. */
  async start(
    caller: Caller,
    args: {
      flow: InstanceRow['flow'];
      version?: number | undefined;
      planId: string;
      itemId: string | null;
      parentId: string | null;
      toUnitId: string;
      title: string | null;
      dueOn: string | null;
      input: unknown;
    },
    request: { key: string | null; fingerprint: string },
  ): Promise<MoveAnswer> {
    const mover = await this.moverOf(caller);
    const ownerUnitId = await this.instances.planOwner(args.planId);
    if (ownerUnitId === undefined) throw new DomainError('NOT_FOUND');
    return this.carry(caller, request.key, request.fingerprint, {
      readId: args.parentId,
      mover,
      check: () => undefined,
      attempt: (cascade, parent) =>
        cascade.start({
          flow: args.flow,
          version: args.version,
          parent: parent ?? null,
          plan: { id: args.planId, ownerUnitId },
          itemId: args.itemId,
          fromUnitId: caller.actor.unitId,
          toUnitId: args.toUnitId,
          title: args.title,
          dueOn: args.dueOn,
          input: args.input,
          by: 'caller',
        }),
    });
  }

  /** Sends an event of the system, inside the caller's transaction where one is given. False when it was not expected. */
  async sendBySystem(
    id: string,
    event: string,
    payload: unknown,
    today: IsoDate,
    runner?: SqlRunner,
  ): Promise<boolean> {
    const store = this.instances.inside(runner ?? this.sql, 'wait');
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const [outcome] = await runMoveBatch(store, [systemJob({ id, event, payload, today })]);
      if (!outcome || outcome === 'again') continue;
      if ('error' in outcome) throw outcome.error;
      if (outcome.result.kind !== 'overtaken') return outcome.result.kind === 'done';
    }
    throw new DomainError('WORK_BUSY');
  }

  /** Sends events of the system in one read and one write; each has its own outcome, in order. */
  async sendAllBySystem(sent: readonly SystemEvent[], runner: SqlRunner): Promise<SystemOutcome[]> {
    const outcomes = await runMoveBatch(this.instances.inside(runner, 'skip'), sent.map(systemJob));
    return outcomes.map((outcome) => {
      if (outcome === 'again') return { kind: 'later' };
      if ('error' in outcome) return { kind: 'failed', error: outcome.error };
      if (outcome.result.kind === 'done') return { kind: 'moved' };
      return { kind: outcome.result.kind === 'overtaken' ? 'later' : 'notExpected' };
    });
  }

  /** NOT_FOUND for an instance that the caller's unit may not see. */
  async requireSeen(caller: Caller, id: string): Promise<void> {
    const { superiorOf } = await this.moverOf(caller);
    const row = (await this.instances.withParents([id])).find((candidate) => candidate.id === id);
    if (!row || !maySee(caller.actor.unitId, superiorOf, row)) throw new DomainError('NOT_FOUND');
  }

  async moverOf({ actor, sessionId }: Caller, origin: Origin = sessionId === '' ? 'token' : 'screen'): Promise<Mover> {
    return { actor, origin, superiorOf: await this.units.superiorOf(actor.unitId) };
  }

  /** The answer that this very request got before, if it was made before. */
  async repeatedAnswer<Answer = MoveAnswer>(
    caller: Caller,
    key: string | null,
    fingerprint: string,
  ): Promise<Answer | undefined> {
    if (!key) return undefined;
    const first = await this.instances.firstAnswer(caller.actor.personId, key);
    if (!first) return undefined;
    if (first.fingerprint !== fingerprint) throw new DomainError('SAME_KEY_OTHER_REQUEST');
    return first.answer as Answer;
  }

  private async throwStale(row: InstanceRow): Promise<never> {
    throw new DomainError('STALE_VERSION', (await this.instances.staleDetails([row])).get(row.id));
  }
}
