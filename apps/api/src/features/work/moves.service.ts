import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import {
  wordError,
  type BulkMoveAnswer,
  type BulkMoveRequest,
  type ErrorCode,
  type IsoDate,
  type MoveAnswer,
  type MoveRequest,
  type Words,
} from '@phancong/contracts';
import { flowOf, type Refusal } from '@phancong/workflows';

import { DomainError } from '../../platform/errors/domain-error.js';
import type { SqlRunner } from '../../platform/database/sql.js';
import type { Caller } from '../people/request-actor.js';
import { UnitsRepository } from '../units/units.repository.js';
import { joinWrites, type Cascade, type Mover } from './engine/cascade.js';
import { Gatherer } from '../../platform/gather/gatherer.js';
import type { InstanceRow } from './engine/instance-row.js';
import { decideWithChildren, runMoveBatch, type MoveJob, type MoveResult } from './engine/move-batch.js';
import { wordsOfEvent } from './event-words.js';
import { InstancesRepository } from './instances.repository.js';
import { OutboxSignal } from './outbox-signal.js';
import { maySee } from './visibility.js';

interface Refused {
  code: ErrorCode;
  details: Record<string, unknown>;
  message: Words;
}

const answerOf = (row: InstanceRow): MoveAnswer => ({
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

/** How often a move is decided anew because something that it stands on moved between read and write. */
const MOST_TRIES = 50;

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

  /** Moves many instances with one event; each is checked by itself and has its own outcome. */
  async moveMany(caller: Caller, request: BulkMoveRequest, key: string | null = null): Promise<BulkMoveAnswer> {
    const fingerprint = fingerprintOf(request);
    const first = await this.repeatedAnswer<BulkMoveAnswer>(caller, key, fingerprint);
    if (first) return first;
    const mover = await this.moverOf(caller);
    const ids = [...new Set(request.instances.map((instance) => instance.id))];
    const rows = await this.instances.withParents(ids);
    const byId = new Map(rows.map((row) => [row.id, row]));
    const moved: MoveAnswer[] = [];
    const refused: BulkMoveAnswer['refused'] = [];
    const refuse = (id: string, { code, details, message }: Refused) =>
      refused.push({ id, error: { code, details, message } });

    // Instances with one parent move in one group: their moves meet in the parent.
    const groups = new Map<string, string[]>();
    for (const { id, expectedVersion } of request.instances) {
      const row = byId.get(id);
      if (!row || !maySee(caller.actor.unitId, mover.superiorOf, row)) {
        refuse(id, { code: 'NOT_FOUND', details: {}, message: wordError('NOT_FOUND') });
      } else if (row.version !== expectedVersion) {
        const details = await this.staleDetails(row);
        refuse(id, { code: 'STALE_VERSION', details, message: wordError('STALE_VERSION', details) });
      } else {
        const root = row.parent_id ?? row.id;
        groups.set(root, [...(groups.get(root) ?? []), id]);
      }
    }

    const decided: { answers: MoveAnswer[]; cascade: Cascade }[] = [];
    for (const [root, members] of groups) {
      const own = rows.filter((row) => row.id === root || members.includes(row.id));
      const group = await this.decideGroup(own, members, caller, mover, request);
      for (const { id, refusal } of group.refused) {
        refuse(id, { code: refusal.code, details: refusal.details, message: refusal.words });
      }
      if (group.answers.length > 0) decided.push(group);
    }
    if (decided.length > 0) {
      const written = await this.instances.write(
        joinWrites(decided.map(({ cascade }, grp) => cascade.writes(grp, null))),
      );
      for (const [grp, { answers }] of decided.entries()) {
        if (written.has(grp)) moved.push(...answers);
        else
          for (const { id } of answers) {
            const row = byId.get(id);
            const details = row ? await this.staleDetails(row) : {};
            refuse(id, { code: 'STALE_VERSION', details, message: wordError('STALE_VERSION', details) });
          }
      }
      this.signal.ring();
    }
    // Repeated while the first is under way, the second finds newer versions and moves nothing twice.
    if (key) await this.instances.keepAnswer(caller.actor.personId, key, fingerprint, { moved, refused });
    return { moved, refused };
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
    throw new DomainError('STALE_VERSION', { who: 'hệ thống', event: '', eventEn: '' });
  }

  /** Starts a flow; the caller's unit is `from` unless the flow says otherwise. */
  async start(
    caller: Caller,
    args: {
      flow: InstanceRow['flow'];
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
    const store = runner ? this.instances.inside(runner) : this.instances;
    const [outcome] = await runMoveBatch(store, [systemJob({ id, event, payload, today })]);
    if (!outcome || outcome === 'again') return false;
    if ('error' in outcome) throw outcome.error;
    return outcome.result.kind === 'done';
  }

  /** Sends events of the system in one read and one write; each has its own outcome, in order. */
  async sendAllBySystem(sent: readonly SystemEvent[], runner: SqlRunner): Promise<SystemOutcome[]> {
    const outcomes = await runMoveBatch(this.instances.inside(runner), sent.map(systemJob));
    return outcomes.map((outcome) => {
      if (outcome === 'again') return { kind: 'later' };
      if ('error' in outcome) return { kind: 'failed', error: outcome.error };
      if (outcome.result.kind === 'done') return { kind: 'moved' };
      return { kind: outcome.result.kind === 'overtaken' ? 'later' : 'notExpected' };
    });
  }

  /** Moves of one group; a member that is refused is left out and the others are decided anew without it. */
  private async decideGroup(
    rows: readonly InstanceRow[],
    members: readonly string[],
    { today }: Caller,
    mover: Mover,
    { event, payload }: BulkMoveRequest,
  ): Promise<{ answers: MoveAnswer[]; cascade: Cascade; refused: { id: string; refusal: Refusal }[] }> {
    const refused: { id: string; refusal: Refusal }[] = [];
    for (;;) {
      const left = members.filter((id) => !refused.some((entry) => entry.id === id));
      const attempt = (cascade: Cascade) => {
        const answers: MoveAnswer[] = [];
        for (const id of left) {
          const moved = cascade.send(id, event, payload);
          if (!moved.ok) return { answers, refused: { id, refusal: moved } };
          answers.push(answerOf(moved.row));
        }
        return { answers, refused: null };
      };
      const { cascade, outcome } = await decideWithChildren(rows, { today, mover }, attempt, (parentIds) =>
        this.instances.openChildren(parentIds),
      );
      if (!outcome.refused) return { answers: outcome.answers, cascade, refused };
      refused.push(outcome.refused);
    }
  }

  private async moverOf({ actor }: Caller): Promise<Mover> {
    return { actor, superiorOf: await this.units.superiorOf(actor.unitId) };
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

  private async staleDetails(row: InstanceRow): Promise<Record<string, unknown>> {
    const last = await this.instances.lastMove(row.id);
    const words = last ? wordsOfEvent(flowOf(row.flow, row.machine_version), last.event) : undefined;
    return {
      who: [last?.full_name, last?.unit_name].filter(Boolean).join(', ') || 'hệ thống',
      event: words?.vi ?? last?.event ?? '',
      eventEn: words?.en ?? last?.event ?? '',
      version: last?.version ?? row.version,
    };
  }

  private async throwStale(row: InstanceRow): Promise<never> {
    throw new DomainError('STALE_VERSION', await this.staleDetails(row));
  }
}
