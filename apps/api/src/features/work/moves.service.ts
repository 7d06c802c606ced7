import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import {
  wordError,
  type BulkMoveAnswer,
  type BulkMoveRequest,
  type ErrorCode,
  type MoveAnswer,
  type MoveRequest,
  type Words,
} from '@phancong/contracts';
import { flowOf, type Refusal } from '@phancong/workflows';

import { DomainError } from '../../platform/errors/domain-error.js';
import type { SqlRunner } from '../../platform/database/sql.js';
import type { Caller } from '../people/request-actor.js';
import { UnitsRepository } from '../units/units.repository.js';
import { Cascade, ChildrenNeeded, joinWrites, type Mover } from './engine/cascade.js';
import type { InstanceRow } from './engine/instance-row.js';
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

/** What was asked, so that the same idempotency key for something else can be refused. */
export const fingerprintOf = (asked: unknown) => createHash('sha256').update(JSON.stringify(asked)).digest('base64url');

/**
 * Use cases of moving instances. Always the same steps: read, ask the machine, write in one statement; whoever came
 * second is told what happened meanwhile. A repeated request gets the first answer.
 */
@Injectable()
export class MovesService {
  constructor(
    private readonly instances: InstancesRepository,
    private readonly units: UnitsRepository,
    private readonly signal: OutboxSignal,
  ) {}

  async move(caller: Caller, id: string, request: MoveRequest, key: string | null): Promise<MoveAnswer> {
    const fingerprint = fingerprintOf({ id, ...request });
    const repeated = () => this.repeatedAnswer(caller, key, fingerprint);
    const mover = await this.moverOf(caller);
    const rows = await this.instances.withParents([id]);
    const row = rows.find((candidate) => candidate.id === id);
    if (!row || !maySee(caller.actor.unitId, mover.superiorOf, row)) throw new DomainError('NOT_FOUND');
    if (row.version !== request.expectedVersion) return (await repeated()) ?? (await this.throwStale(row));

    const { cascade, outcome } = await this.decide(rows, caller, mover, (attempt) =>
      attempt.send(id, request.event, request.payload),
    );
    if (!outcome.ok) {
      const first = await repeated();
      if (first) return first;
      throw toError(outcome);
    }
    const answer = answerOf(outcome.row);
    const written = await this.instances.write(cascade.writes(0, key ? { key, fingerprint, answer } : null));
    if (!written.has(0)) return (await repeated()) ?? (await this.throwStale(row));
    this.signal.ring();
    return answer;
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
    const { key, fingerprint } = request;
    const mover = await this.moverOf(caller);
    const ownerUnitId = await this.instances.planOwner(args.planId);
    if (ownerUnitId === undefined) throw new DomainError('NOT_FOUND');
    const rows = args.parentId ? await this.instances.withParents([args.parentId]) : [];
    const parent = rows.find((row) => row.id === args.parentId) ?? null;
    const { cascade, outcome } = await this.decide(rows, caller, mover, (attempt) =>
      attempt.start({
        flow: args.flow,
        parent,
        plan: { id: args.planId, ownerUnitId },
        itemId: args.itemId,
        fromUnitId: caller.actor.unitId,
        toUnitId: args.toUnitId,
        title: args.title,
        dueOn: args.dueOn,
        input: args.input,
        by: 'caller',
      }),
    );
    if (!outcome.ok) throw toError(outcome);
    const answer = answerOf(outcome.row);
    const written = await this.instances.write(cascade.writes(0, key ? { key, fingerprint, answer } : null));
    if (!written.has(0)) {
      const first = await this.repeatedAnswer(caller, key, fingerprint);
      if (first) return first;
      throw new DomainError('STALE_VERSION', { who: 'hệ thống', event: '', eventEn: '' });
    }
    this.signal.ring();
    return answer;
  }

  /** Sends an event of the system, inside the caller's transaction where one is given. False when it was not expected. */
  async sendBySystem(id: string, event: string, payload: unknown, today: string, runner?: SqlRunner): Promise<boolean> {
    const rows = await this.instances.withParents([id], runner);
    const { cascade, outcome } = await this.decide(
      rows,
      { today },
      null,
      (attempt) => attempt.send(id, event, payload, 'system'),
      runner,
    );
    if (!outcome.ok) return false;
    const written = await this.instances.write(cascade.writes(0, null), runner);
    return written.has(0);
  }

  /** Moves of one group; a member that is refused is left out and the others are decided anew without it. */
  private async decideGroup(
    rows: readonly InstanceRow[],
    members: readonly string[],
    caller: Caller,
    mover: Mover,
    { event, payload }: BulkMoveRequest,
  ): Promise<{ answers: MoveAnswer[]; cascade: Cascade; refused: { id: string; refusal: Refusal }[] }> {
    const refused: { id: string; refusal: Refusal }[] = [];
    for (;;) {
      const left = members.filter((id) => !refused.some((entry) => entry.id === id));
      const { cascade, outcome } = await this.decide(rows, caller, mover, (attempt) => {
        const answers: MoveAnswer[] = [];
        for (const id of left) {
          const moved = attempt.send(id, event, payload);
          if (!moved.ok) return { answers, refused: { id, refusal: moved } };
          answers.push(answerOf(moved.row));
        }
        return { answers, refused: null };
      });
      if (!outcome.refused) return { answers: outcome.answers, cascade, refused };
      refused.push(outcome.refused);
    }
  }

  /** Runs a decision; when it reaches children that were not read, reads them and decides again. */
  private async decide<Result>(
    rows: readonly InstanceRow[],
    { today }: Pick<Caller, 'today'>,
    mover: Mover | null,
    attempt: (cascade: Cascade) => Result,
    runner?: SqlRunner,
  ): Promise<{ cascade: Cascade; outcome: Result }> {
    const known = [...rows];
    const childrenOf: string[] = [];
    for (;;) {
      const cascade = new Cascade(known, today, mover, childrenOf);
      try {
        return { cascade, outcome: attempt(cascade) };
      } catch (error) {
        if (!(error instanceof ChildrenNeeded) || childrenOf.includes(error.parentId)) throw error;
        childrenOf.push(error.parentId);
        const children = await this.instances.openChildren([error.parentId], runner);
        known.push(...children.filter((child) => !known.some((row) => row.id === child.id)));
      }
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
    const words = last ? flowOf(row.flow, row.machine_version).events[last.event]?.words : undefined;
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
