import { Injectable } from '@nestjs/common';
import type {
  ApplyReorganisation,
  IsoDate,
  PreviewReorganisation,
  ReorganisationAnswer,
  ReorganisationDays,
  ReorganisationFigures,
  ReorganisationPreview,
  Unit,
  Words,
} from '@phancong/contracts';
import { dayAfter } from '@phancong/units';

import { DomainError } from '../../platform/errors/domain-error.js';
import { Sql } from '../../platform/database/sql.js';
import type { Caller } from '../people/request-actor.js';
import { mayChangeRegistry, mayLookAfterRegistry, onlyRegistryKeepers } from '../units/keep-registry.js';
import { UnitsRepository } from '../units/units.repository.js';
import { OutboxSignal } from '../work/outbox-signal.js';
import { decidePassages, type DecidedPassages } from './decide-passages.js';
import { linePassages, meetQuotas, obstaclesOf, passPosts } from './draw-preview.js';
import { receiptClocks } from './receipt-clocks.js';
import { ReorganisationsRepository, type PassageRow } from './reorganisations.repository.js';
import { faultsOfSplits, lineSplits, SplitWork, type SplitFigures } from './split-work.js';

const rowsOf = ({ passages, rows }: DecidedPassages): PassageRow[] => [
  ...passages.flatMap(({ from, to }) => (to ? [{ from_id: from.id, item_id: null, to_id: to.id }] : [])),
  ...rows.map(({ fromId, itemId, toId }) => ({ from_id: fromId, item_id: itemId, to_id: toId })),
];

const refuse = (why: Words) => new DomainError('GUARD_REFUSED', { why: why.vi, whyEn: why.en }, why);

/** A day on which units gave way to others: looked at before, applied once, told afterwards. */
@Injectable()
export class ReorganisationsService {
  constructor(
    private readonly sql: Sql,
    private readonly units: UnitsRepository,
    private readonly reorganisations: ReorganisationsRepository,
    private readonly splits: SplitWork,
    private readonly signal: OutboxSignal,
  ) {}

  /** Every day on which units of the registry gave way, with the open work that still stands at them. */
  async days(caller: Caller): Promise<ReorganisationDays> {
    await this.refuseUnlessLeadership(caller);
    const ended = [...(await this.units.all()).values()].filter((unit) => unit.validTo !== null);
    const load = await this.reorganisations.loadOf(ended.map((unit) => unit.id));
    const runs = await this.reorganisations.runs(null);
    const days = new Map<IsoDate, Unit[]>();
    for (const unit of ended) {
      const on = dayAfter(unit.validTo ?? '');
      days.set(on, [...(days.get(on) ?? []), unit]);
    }
    const items = [...days].map(([on, units]) => ({
      on,
      ended: units.length,
      successors: new Set(units.flatMap((unit) => unit.successorIds)).size,
      waiting: units.filter((unit) => load.has(unit.id)).length,
      openWork: units.reduce((sum, unit) => sum + (load.get(unit.id) ?? 0), 0),
      runs: runs.filter((run) => run.on === on).length,
    }));
    return { items: items.toSorted((a, b) => (a.on < b.on ? 1 : -1)) };
  }

  async preview(caller: Caller, on: IsoDate, asked: PreviewReorganisation): Promise<ReorganisationPreview> {
    const kind = await this.refuseUnlessLeadership(caller);
    const decided = await this.decide(caller, on, asked);
    const ids = decided.passages.map(({ from }) => from.id);
    const successors = decided.passages.flatMap(({ to }) => (to ? [to.id] : []));
    const [held, work, quotas, posts, headed, money, meetings, runs, split, ownFlows] = await Promise.all([
      this.reorganisations.workOf(ids),
      this.reorganisations.openWork(ids),
      this.reorganisations.quotasOf(ids),
      this.reorganisations.postsOf(ids, on),
      this.reorganisations.headed(successors, on),
      this.reorganisations.moneyOf(ids),
      this.reorganisations.meetings(rowsOf(decided)),
      this.reorganisations.runs(on),
      this.splits.plan(asked.splits, decided),
      this.reorganisations.ownFlowsOf(ids),
    ]);
    const units = await this.units.all();
    const passages = linePassages(decided.passages, { work: held, posts, money });
    const obstacles = obstaclesOf({ on, today: caller.today, ended: ids.length }, passages);
    if (!mayChangeRegistry(caller.actor, kind)) obstacles.push(onlyRegistryKeepers);
    return {
      on,
      today: caller.today,
      mayApply: obstacles.length === 0,
      obstacles,
      passages,
      work,
      frozen: passages.reduce((sum, passage) => sum + passage.frozen, 0),
      quotas: meetQuotas(decided.passages, quotas),
      splits: lineSplits(split, units),
      ownFlows: ownFlows.map(({ unit_id: id, flow, words }) => ({
        unit: { id, name: units.get(id)?.shortName ?? id },
        flow,
        words,
      })),
      people: passPosts(decided.passages, posts, headed),
      meetings,
      runs,
    };
  }

  /**
   * Moves all open work of the units that ended on the eve of `on`, in one transaction: all or nothing. Pressed again it moves
   * what has gathered at them since, or nothing. Throws when the figures of before and after differ.
   */
  async apply(caller: Caller, on: IsoDate, request: ApplyReorganisation): Promise<ReorganisationAnswer> {
    const kind = await this.refuseUnlessLeadership(caller);
    if (!mayChangeRegistry(caller.actor, kind)) throw new DomainError('NOT_ALLOWED', {}, onlyRegistryKeepers);
    const answer = await this.sql.transaction(async (runner): Promise<ReorganisationAnswer> => {
      await this.reorganisations.lock(runner);
      this.units.forget();
      const decided = await this.decide(caller, on, request);
      const ids = decided.passages.map(({ from }) => from.id);
      const before = await this.reorganisations.figures(runner);
      const passages = linePassages(decided.passages, {
        work: await this.reorganisations.workOf(ids, runner),
        posts: await this.reorganisations.postsOf(ids, on, runner),
        money: new Map(),
      });
      const [why] = obstaclesOf({ on, today: caller.today, ended: ids.length }, passages);
      if (why) throw refuse(why);
      if (passages.every(({ work, people }) => people === 0 && Object.keys(work).length === 0)) {
        const [run] = await this.reorganisations.runs(on, runner);
        return { already: true, run: run ?? null };
      }
      const rows = rowsOf(decided);
      const split = await this.splits.plan(request.splits, decided, runner);
      const id = await this.reorganisations.begin(caller, on, request, runner);
      const run = { id, on, document: request.document };
      const moved = await this.reorganisations.moveWork(caller, run, rows, receiptClocks(caller.today), runner);
      await this.reorganisations.moveBesideWork(rows, runner);
      const people = await this.reorganisations.movePosts(rows, on, request.endedPosts, runner);
      const stoppedFlows = await this.reorganisations.stopOwnFlows(ids, caller, runner);
      const added = await this.splits.apply(caller, split, run, runner);
      const after = await this.reorganisations.figures(runner);
      refuseUnlessWhole(before, after, added);
      await this.reorganisations.finish(id, { moved, people, stoppedFlows, before, after }, runner);
      const [told] = await this.reorganisations.runs(on, runner);
      return { already: false, run: told ?? null };
    });
    this.signal.ring();
    return answer;
  }

  private async decide(
    { today }: Caller,
    on: IsoDate,
    { decisions, splits }: PreviewReorganisation,
  ): Promise<DecidedPassages> {
    const decided = decidePassages(await this.units.all(), { on, today, decisions });
    const issuesOf = (list: string, faults: DecidedPassages['faults']) =>
      faults.map(({ place, words }) => ({ path: [list, place], message: words.vi, messageEn: words.en }));
    const issues = [...issuesOf('decisions', decided.faults), ...issuesOf('splits', faultsOfSplits(splits, decided))];
    if (issues.length > 0) throw new DomainError('VALIDATION_FAILED', { issues });
    return decided;
  }

  private async refuseUnlessLeadership({ actor }: Caller): Promise<Unit['kind']> {
    const kind = (await this.units.all()).get(actor.unitId)?.kind;
    if (!kind || !mayLookAfterRegistry(kind)) throw new DomainError('NOT_ALLOWED', {}, onlyRegistryKeepers);
    return kind;
  }
}

const toTheCent = (number: number) => Math.round(number * 100) / 100;

/**
 * Nothing lost, nothing doubled, but for what a re-split of targets adds knowingly; clocks may only be added, for those who hear of the
 * work anew.
 */
function refuseUnlessWhole(before: ReorganisationFigures, after: ReorganisationFigures, added: SplitFigures): void {
  const { clocks: clocksBefore, ...kept } = before;
  const { clocks: clocksAfter, ...found } = after;
  const expected = {
    ...kept,
    open: kept.open + added.open,
    targets: kept.targets + added.targets,
    targetMin: toTheCent(kept.targetMin + added.targetMin),
    targetMax: toTheCent(kept.targetMax + added.targetMax),
  };
  const seen = { ...found, targetMin: toTheCent(found.targetMin), targetMax: toTheCent(found.targetMax) };
  if (JSON.stringify(expected) !== JSON.stringify(seen) || clocksAfter < clocksBefore) {
    throw new Error(`A reorganisation must keep its figures: ${JSON.stringify({ before, after, added })}`);
  }
}
