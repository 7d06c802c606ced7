import { wordError, type Actor, type IsoDate } from '@phancong/contracts';
import {
  DamagedSnapshot,
  decideMove,
  flowOf,
  judgeErratum,
  startFlow,
  type DueClock,
  type Effect,
  type Move,
  type MoveActor,
  type Moved,
  type Refusal,
} from '@phancong/workflows';
import { v7 as newId } from 'uuid';

import { relationsIn } from '../visibility.js';
import { factsOf, type InstanceRow } from './instance-row.js';
import type { CountedWork } from './counted-work.js';
import {
  signatureOf,
  type HistoryWrite,
  type Origin,
  type KeyedRequest,
  type OutboxEffect,
  type Writes,
} from './writes.js';

/** Thrown inside when a move reaches children that were not read yet; the caller reads them and decides again. */
export class ChildrenNeeded extends Error {
  constructor(readonly parentId: string) {
    super('children needed');
  }
}

/** Thrown inside when reports that counted a piece of work were not read yet; the caller reads them and decides again. */
export class ReportsNeeded extends Error {
  constructor(readonly workId: string) {
    super('reports needed');
  }
}

export interface Mover {
  actor: Actor;
  /** Where the person's request came from; a screen where nothing else is said. */
  origin?: Origin;
  superiorOf: (unitId: string) => boolean;
}

interface Working {
  row: InstanceRow;
  /** Version found in the database; null for an instance born in this cascade. */
  expected: number | null;
  touched: boolean;
  clocks: DueClock[];
}

export type Outcome = { ok: true; row: InstanceRow } | Refusal;

/**
 * One request worked out in memory: the move asked for, and the moves that it causes in parents and children, on copies
 * of the rows. Nothing is written here; `writes()` tells what has to be, in one go.
 */
export class Cascade {
  private readonly working = new Map<string, Working>();
  private readonly history: Omit<HistoryWrite, 'grp'>[] = [];
  private readonly notices: OutboxEffect['notices'] = [];
  private readonly childrenRead: ReadonlySet<string>;

  constructor(
    rows: readonly InstanceRow[],
    private readonly today: IsoDate,
    private readonly mover: Mover | null,
    childrenOf: readonly string[] = [],
    /** Reports that counted work as done, for each piece of work that was asked for. */
    private readonly countedWork: ReadonlyMap<string, readonly CountedWork[]> = new Map(),
  ) {
    this.childrenRead = new Set(childrenOf);
    for (const row of rows) {
      this.working.set(row.id, { row: { ...row }, expected: row.version, touched: false, clocks: [] });
    }
  }

  /** Moves one instance as the caller (or as the system) and follows the effects. */
  send(id: string, event: string, payload: unknown, by: 'caller' | 'system' = 'caller'): Outcome {
    const working = this.workingOf(id);
    const { row } = working;
    const facts = factsOf(row);
    const actor = by === 'system' || !this.mover ? 'system' : this.actorOn(row);
    const decided = this.decide(row, { facts, actor, event, payload });
    if (!decided.ok) return decided;
    Object.assign(row, {
      snapshot: decided.snapshot,
      state: decided.state,
      phase: decided.phase,
      holder_unit_id: holderOf(row, decided.holder),
      version: row.version + 1,
    });
    working.touched = true;
    working.clocks = decided.clocks;
    this.remember(row, event, decided.payload, decided.fromState, actor === 'system' ? null : actor);
    const refused = this.follow(row, decided.effects);
    return refused ?? { ok: true, row };
  }

  /** A damaged instance refuses whoever moves it, by itself; the worker is told by the error and sets its clock aside. */
  private decide(row: InstanceRow, asked: Pick<Move, 'facts' | 'actor' | 'event' | 'payload'>): Moved | Refusal {
    try {
      const flow = flowOf(row.flow, row.machine_version);
      return decideMove({ flow, snapshot: row.snapshot, today: this.today, ...asked });
    } catch (error) {
      if (!(error instanceof DamagedSnapshot) || asked.actor === 'system') throw error;
      const details = { id: row.id };
      return { ok: false, code: 'INSTANCE_DAMAGED', words: wordError('INSTANCE_DAMAGED', details), details };
    }
  }

  /** Starts a new instance beside or below existing ones. */
  start(args: {
    /** Given where the instance shares the id of what it carries: a plan. */
    id?: string;
    flow: InstanceRow['flow'];
    /** The version that it is born with; the newest shipped one when left out. */
    version?: number | undefined;
    parent: InstanceRow | null;
    plan: { id: string; ownerUnitId: string };
    itemId: string | null;
    fromUnitId: string;
    toUnitId: string;
    title: string | null;
    dueOn: IsoDate | null;
    input: unknown;
    by: 'caller' | 'system';
    /** Where it takes the place of other work: the window of that. */
    window?: Pick<InstanceRow, 'period_label' | 'starts_on' | 'standing'>;
  }): Outcome {
    const flow = flowOf(args.flow, args.version);
    const row: InstanceRow = {
      id: args.id ?? newId(),
      flow: args.flow,
      machine_version: flow.version,
      state: '',
      phase: 'open',
      snapshot: null,
      version: 0,
      plan_id: args.plan.id,
      item_id: args.itemId,
      parent_id: args.parent?.id ?? null,
      from_unit_id: args.fromUnitId,
      to_unit_id: args.toUnitId,
      holder_unit_id: null,
      title: args.title,
      period_label: null,
      starts_on: this.today,
      due_on: args.dueOn,
      signed_due_on: args.dueOn,
      done_on: null,
      standing: false,
      owner_unit_id: args.plan.ownerUnitId,
      ...args.window,
    };
    const facts = factsOf(row);
    const actor = args.by === 'caller' && this.mover ? this.actorOn(row) : null;
    const started = startFlow(flow, { facts, input: args.input, today: this.today, actor });
    if (!started.ok) return started;
    Object.assign(row, {
      snapshot: started.snapshot,
      state: started.state,
      holder_unit_id: holderOf(row, started.holder),
    });
    this.working.set(row.id, { row, expected: null, touched: true, clocks: started.clocks });
    this.remember(row, 'start', args.input, null, actor);
    const refused = this.follow(row, started.effects);
    return refused ?? { ok: true, row };
  }

  /** A row as it stands after what was sent so far. */
  rowOf(id: string): InstanceRow {
    return this.workingOf(id).row;
  }

  /** Everything to write, as one group. */
  writes(grp: number, request: KeyedRequest | null): Writes {
    const touched = [...this.working.values()].filter((working) => working.touched);
    const stored = touched.filter((working) => working.expected !== null);
    const common = ({ row }: Working) => ({
      grp,
      id: row.id,
      version: row.version,
      state: row.state,
      phase: row.phase,
      snapshot: row.snapshot,
      holder: row.holder_unit_id,
      due_on: row.due_on,
      done_on: row.done_on,
    });
    const root = touched[0]?.row;
    return {
      groups: [
        {
          grp,
          size: stored.length,
          key: request?.key ?? null,
          person_id: this.mover?.actor.personId ?? null,
          fingerprint: request?.fingerprint ?? null,
          answer: request?.answer ?? null,
        },
      ],
      instances: stored.map((working) => ({ ...common(working), expected: working.expected ?? 0 })),
      born: touched
        .filter((working) => working.expected === null)
        .map((working) => ({
          ...common(working),
          flow: working.row.flow,
          machine_version: working.row.machine_version,
          plan_id: working.row.plan_id,
          item_id: working.row.item_id,
          parent_id: working.row.parent_id,
          from_unit_id: working.row.from_unit_id,
          to_unit_id: working.row.to_unit_id,
          title: working.row.title,
          period_label: working.row.period_label,
          starts_on: working.row.starts_on,
          signed_due_on: working.row.signed_due_on,
          standing: working.row.standing,
        })),
      history: this.history.map((entry) => ({ grp, ...entry })),
      due: touched.flatMap(({ row, clocks }) =>
        clocks.map((clock) => ({ grp, instance_id: row.id, event: clock.event, fire_on: clock.fireOn })),
      ),
      outbox: root
        ? [
            {
              grp,
              instance_id: root.id,
              by_unit_id: this.mover?.actor.unitId ?? null,
              on_day: this.today,
              effect: {
                planId: root.plan_id,
                changed: touched.map(({ row, expected }) => ({
                  instanceId: row.id,
                  unitIds: [...new Set([row.from_unit_id, row.to_unit_id, row.owner_unit_id])],
                  moved: { since: expected ?? -1, version: row.version, phase: row.phase },
                })),
                notices: this.notices,
              },
            },
          ]
        : [],
    };
  }

  private actorOn(row: InstanceRow): MoveActor {
    if (!this.mover) throw new Error('A cascade of the system has no caller.');
    const { actor, superiorOf } = this.mover;
    return { ...actor, relations: relationsIn(actor, superiorOf, row) };
  }

  private remember(row: InstanceRow, event: string, payload: unknown, fromState: string | null, actor: Actor | null) {
    this.history.push({
      instance_id: row.id,
      version: row.version,
      on_day: this.today,
      ...signatureOf(actor),
      origin: !this.mover ? 'worker' : actor ? (this.mover.origin ?? 'screen') : 'consequence',
      event,
      payload: payload ?? {},
      from_state: fromState,
      to_state: row.state,
    });
  }

  private follow(row: InstanceRow, effects: readonly Effect[]): Refusal | undefined {
    for (const effect of effects) {
      const refused = this.apply(row, effect);
      if (refused) return refused;
    }
    return undefined;
  }

  private apply(row: InstanceRow, effect: Effect): Refusal | undefined {
    switch (effect.type) {
      case 'notify': {
        const unitId = { from: row.from_unit_id, to: row.to_unit_id, owner: row.owner_unit_id }[effect.to];
        const known = this.notices.some(
          (notice) => notice.instanceId === row.id && notice.unitId === unitId && notice.template === effect.template,
        );
        if (!known && unitId !== this.mover?.actor.unitId) {
          this.notices.push({ instanceId: row.id, unitId, template: effect.template });
        }
        return undefined;
      }
      case 'setFacts': {
        if (effect.dueOn !== undefined) row.due_on = effect.dueOn;
        if (effect.doneOn !== undefined) row.done_on = effect.doneOn;
        return undefined;
      }
      case 'start': {
        const born = this.start({
          flow: effect.flow,
          parent: row,
          plan: { id: row.plan_id, ownerUnitId: row.owner_unit_id },
          itemId: row.item_id,
          fromUnitId: effect.fromUnitId,
          toUnitId: effect.toUnitId,
          title: effect.title ?? row.title,
          dueOn: effect.dueOn ?? null,
          input: effect.input,
          by: 'system',
        });
        return born.ok ? undefined : born;
      }
      case 'tellParent': {
        if (!row.parent_id) return undefined;
        const parent = this.workingOf(row.parent_id).row;
        if (parent.phase !== 'open' && !effect.required) return undefined;
        const told = this.send(parent.id, effect.event, effect.payload, 'system');
        return told.ok ? undefined : told;
      }
      case 'correctReports': {
        const reports = this.countedWork.get(row.id);
        if (!reports) throw new ReportsNeeded(row.id);
        return this.correct(row, reports, effect);
      }
      case 'tellChildren': {
        if (!this.childrenRead.has(row.id) && this.working.get(row.id)?.expected !== null)
          throw new ChildrenNeeded(row.id);
        for (const child of this.childrenOf(row.id)) {
          if (child.phase !== 'open' || (effect.flows && !effect.flows.includes(child.flow))) continue;
          const told = this.send(child.id, effect.event, {}, 'system');
          if (!told.ok && told.code !== 'EVENT_NOT_EXPECTED') return told;
        }
        return undefined;
      }
    }
  }

  /** Each report keeps what it said; beside it stands what is true now, since when and why. */
  private correct(
    { id }: InstanceRow,
    reports: readonly CountedWork[],
    { event, why }: { event: string; why: string | null },
  ): Refusal | undefined {
    for (const { report_id: reportId, work, ...atCutoff } of reports) {
      const judged = judgeErratum({
        cutoffOn: atCutoff.cutoff_on,
        dueOn: atCutoff.due_on,
        doneOn: atCutoff.done_on,
        standing: atCutoff.standing,
      });
      if (!judged) continue;
      const told = this.send(
        reportId,
        event,
        { workId: id, work, ...judged, sinceOn: this.today, reason: why },
        'system',
      );
      // A report of a version that knows no errata stays as it was signed.
      if (!told.ok && told.code !== 'EVENT_NOT_EXPECTED') return told;
    }
    return undefined;
  }

  private childrenOf(id: string): InstanceRow[] {
    return [...this.working.values()].map(({ row }) => row).filter((row) => row.parent_id === id);
  }

  private workingOf(id: string): Working {
    const working = this.working.get(id);
    if (!working) throw new Error(`Instance ${id} was not read before it was moved.`);
    return working;
  }
}

const holderOf = (row: InstanceRow, holder: 'from' | 'to' | null) =>
  holder === null ? null : holder === 'from' ? row.from_unit_id : row.to_unit_id;

/** Several groups for one statement. */
export function joinWrites(parts: readonly Writes[]): Writes {
  return {
    groups: parts.flatMap((part) => part.groups),
    instances: parts.flatMap((part) => part.instances),
    born: parts.flatMap((part) => part.born),
    history: parts.flatMap((part) => part.history),
    due: parts.flatMap((part) => part.due),
    outbox: parts.flatMap((part) => part.outbox),
  };
}
