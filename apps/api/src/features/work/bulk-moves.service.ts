import { Injectable } from '@nestjs/common';
import {
  wordError,
  type BulkMoveAnswer,
  type BulkMovePreview,
  type BulkMoveRequest,
  type ErrorCode,
  type MoveAnswer,
  type Words,
} from '@phancong/contracts';

import type { Caller } from '../people/request-actor.js';
import { decideGroups, writeGroups } from './engine/bulk-round.js';
import type { Mover } from './engine/cascade.js';
import type { InstanceRow } from './engine/instance-row.js';
import { MOST_TRIES, pauseBefore } from './engine/tries.js';
import { InstancesRepository } from './instances.repository.js';
import { answerOf, fingerprintOf, MovesService } from './moves.service.js';
import { OutboxSignal } from './outbox-signal.js';
import { maySee } from './visibility.js';

/** Instances of one statement: few enough that nobody waits long behind them, enough that the statement carries itself. */
const SLICE = 500;

/** Slices under way at once. */
const LANES = 2;

/** Told after each slice: what is durable by now. */
export interface BulkProgress {
  moved: number;
  refused: number;
  total: number;
}

type Asked = BulkMoveRequest['instances'];
type Refused = BulkMoveAnswer['refused'];

const refusalOf = (id: string, code: ErrorCode, details: Record<string, unknown> = {}, message?: Words) => ({
  id,
  error: { code, details, message: message ?? wordError(code, details) },
});

/**
 * One event on many instances: each is checked by itself and has its own outcome. Slices are durable one after the other,
 * so that a stop in the middle leaves whole instances; the same request sent again goes on and gives the answers of both.
 */
@Injectable()
export class BulkMovesService {
  constructor(
    private readonly instances: InstancesRepository,
    private readonly moves: MovesService,
    private readonly signal: OutboxSignal,
  ) {}

  /** `tell` hears how far it is. A request with a key can be stopped between two slices. */
  async moveMany(
    caller: Caller,
    request: BulkMoveRequest,
    key: string | null = null,
    tell: (progress: BulkProgress) => void = () => undefined,
  ): Promise<BulkMoveAnswer> {
    const fingerprint = fingerprintOf(request);
    const first = await this.moves.repeatedAnswer<BulkMoveAnswer>(caller, key, fingerprint);
    if (first) return first;
    const mover = await this.moves.moverOf(caller, caller.sessionId === '' ? 'token' : 'bulk');
    const keyed = key ? { key, fingerprint } : null;
    const answer: BulkMoveAnswer = { moved: [], refused: [] };
    const asked = withoutRepetitions(request.instances);
    const slices = slicesOf(asked);
    const { personId } = caller.actor;
    tell({ moved: 0, refused: 0, total: asked.length });
    // While one slice is being written the next is read and decided.
    const carry = async () => {
      for (let slice = slices.shift(); slice; slice = slices.shift()) {
        if (key && (await this.instances.isStopped(personId, key))) {
          answer.left = [...(answer.left ?? []), ...slice.map(({ id }) => id)];
          continue;
        }
        await this.moveSlice(caller, mover, request, slice, keyed, answer);
        tell({ moved: answer.moved.length, refused: answer.refused.length, total: asked.length });
      }
    };
    const lanes = await Promise.allSettled(Array.from({ length: LANES }, carry));
    // Nothing goes on behind an answer that says that it failed.
    const failed = lanes.find((lane) => lane.status === 'rejected');
    if (failed) throw failed.reason;
    if (key) await this.instances.keepAnswer(personId, key, fingerprint, answer);
    return answer;
  }

  /** Stops the bulk move of this person under a key, wherever it runs: what is durable stays, what was not begun is left. */
  async stop({ actor }: Caller, key: string): Promise<void> {
    await this.instances.stop(actor.personId, key);
  }

  /** What `moveMany` would do now, with nothing written. */
  async preview(caller: Caller, request: BulkMoveRequest): Promise<BulkMovePreview> {
    const mover = await this.moves.moverOf(caller);
    const preview: BulkMovePreview = { allowed: [], refused: [] };
    for (const slice of slicesOf(withoutRepetitions(request.instances))) {
      const { rows, ready, refused } = await this.look(caller, mover, slice, null);
      const groups = await decideGroups(this.instances, rows, ready, { today: caller.today, mover }, request);
      preview.allowed.push(...groups.flatMap(({ moved }) => moved.map((row) => row.id)));
      preview.refused.push(...refused, ...groups.flatMap((group) => refusalsOf(group.refused)));
    }
    return preview;
  }

  /** Rounds until every instance of the slice has its outcome: what somebody else holds is tried again a little later. */
  private async moveSlice(
    caller: Caller,
    mover: Mover,
    request: BulkMoveRequest,
    asked: Asked,
    keyed: { key: string; fingerprint: string } | null,
    answer: BulkMoveAnswer,
  ): Promise<void> {
    let waiting = asked;
    for (let tries = 0; waiting.length > 0 && tries < MOST_TRIES; tries += 1) {
      await pauseBefore(tries);
      const { rows, ready, refused, done } = await this.look(caller, mover, waiting, keyed);
      const groups = await decideGroups(this.instances, rows, ready, { today: caller.today, mover }, request);
      const written = await writeGroups(this.instances, groups, (moved) =>
        keyed ? { ...keyed, key: keyOfPart(keyed.key, moved[0]), answer: moved.map(answerOf) } : null,
      );
      if (written.size > 0) this.signal.ring();
      answer.moved.push(...done, ...[...written].flatMap(({ moved }) => moved.map(answerOf)));
      answer.refused.push(...refused, ...groups.flatMap((group) => refusalsOf(group.refused)));
      const left = new Set(
        groups.filter((group) => !written.has(group)).flatMap(({ moved }) => moved.map((row) => row.id)),
      );
      waiting = waiting.filter(({ id }) => left.has(id));
    }
    answer.refused.push(...waiting.map(({ id }) => refusalOf(id, 'WORK_BUSY')));
  }

  /** Reads the instances and parts those that may be tried from those that are hidden, stale, or moved by this very request. */
  private async look(
    caller: Caller,
    mover: Mover,
    asked: Asked,
    keyed: { key: string; fingerprint: string } | null,
  ): Promise<{ rows: InstanceRow[]; ready: string[]; refused: Refused; done: MoveAnswer[] }> {
    const rows = await this.instances.withParents(asked.map(({ id }) => id));
    const byId = new Map(rows.map((row) => [row.id, row]));
    const isSeen = (row: InstanceRow | undefined): row is InstanceRow =>
      row !== undefined && maySee(caller.actor.unitId, mover.superiorOf, row);
    const hidden = asked.filter(({ id }) => !isSeen(byId.get(id)));
    const seen = asked.flatMap(({ id, expectedVersion }) => {
      const row = byId.get(id);
      return isSeen(row) ? [{ row, expectedVersion }] : [];
    });
    const moved = seen.filter(({ row, expectedVersion }) => row.version !== expectedVersion).map(({ row }) => row);
    const own = moved.length > 0 && keyed ? await this.ownAnswers(caller, keyed, moved) : new Map<string, MoveAnswer>();
    const stale = moved.filter((row) => !own.has(row.id));
    const details = stale.length > 0 ? await this.instances.staleDetails(stale) : new Map();
    return {
      rows,
      ready: seen.filter(({ row, expectedVersion }) => row.version === expectedVersion).map(({ row }) => row.id),
      refused: [
        ...hidden.map(({ id }) => refusalOf(id, 'NOT_FOUND')),
        ...stale.map(({ id }) => refusalOf(id, 'STALE_VERSION', details.get(id))),
      ],
      done: [...own.values()],
    };
  }

  /** Answers of parts that were durable before an earlier try of this request broke off. */
  private async ownAnswers(
    { actor }: Caller,
    { key, fingerprint }: { key: string; fingerprint: string },
    rows: readonly InstanceRow[],
  ): Promise<Map<string, MoveAnswer>> {
    const wanted = new Set(rows.map((row) => row.id));
    const keys = [...new Set(rows.map((row) => keyOfPart(key, row)))];
    const kept = await this.instances.firstAnswers(actor.personId, keys);
    const answers = kept
      .filter((part) => part.fingerprint === fingerprint)
      .flatMap((part) => part.answer as MoveAnswer[]);
    return new Map(answers.filter(({ id }) => wanted.has(id)).map((answer) => [answer.id, answer]));
  }
}

const keyOfPart = (key: string, row: InstanceRow | undefined) => `${key}/${row?.parent_id ?? row?.id}`;

const refusalsOf = (refused: Awaited<ReturnType<typeof decideGroups>>[number]['refused']): Refused =>
  refused.map(({ id, refusal }) => refusalOf(id, refusal.code, refusal.details, refusal.words));

const withoutRepetitions = (asked: Asked): Asked => [...new Map(asked.map((one) => [one.id, one])).values()];

const slicesOf = (asked: Asked): Asked[] =>
  Array.from({ length: Math.ceil(asked.length / SLICE) }, (_, slice) =>
    asked.slice(slice * SLICE, (slice + 1) * SLICE),
  );
