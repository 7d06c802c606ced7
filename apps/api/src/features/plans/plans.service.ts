import { Injectable } from '@nestjs/common';
import {
  Id,
  type PlanLine,
  type PlanList,
  type PlanPage,
  type PlansQuery,
  type StatusCounts,
} from '@phancong/contracts';
import { flowOf, offerMoves } from '@phancong/workflows';

import { DomainError } from '../../platform/errors/domain-error.js';
import type { Caller } from '../people/request-actor.js';
import { requireDeed } from '../people/require-deed.js';
import { UnitsRepository } from '../units/units.repository.js';
import { relationsIn } from '../work/visibility.js';
import { factsOf } from '../work/engine/instance-row.js';
import { InstancesRepository } from '../work/instances.repository.js';
import { noCounts } from '../statuses/status-counts.js';
import { PlansRepository, type PlanLineRow, type PlanRecord } from './plans.repository.js';

/** A plan with what the caller is to it: the owner and those above it see everything, a unit sees its own part. */
export interface SeenPlan {
  plan: PlanRecord;
  side: 'owner' | 'superior' | 'unit';
}

const toLine = (row: PlanLineRow, counts: StatusCounts): PlanLine => ({
  id: row.id,
  title: row.title,
  number: row.number,
  year: row.year,
  state: row.state,
  version: row.version,
  ownerUnitId: row.owner_unit_id,
  ownerUnitName: row.owner_unit_name,
  fileName: row.file_name,
  itemCount: row.item_count,
  openDoubts: row.open_doubts,
  registryDate: row.registry_date,
  sharesProgress: row.shares_progress,
  counts,
  createdAt: row.created_at.toISOString(),
});

/** The unit whose tasks alone a caller counts; null for all: at the owner, above it, and where the plan shares its progress. */
export const narrowTo = ({ plan, side }: SeenPlan, unitId: string): string | null =>
  side === 'unit' && !plan.shares_progress ? unitId : null;

@Injectable()
export class PlansService {
  constructor(
    private readonly plans: PlansRepository,
    private readonly units: UnitsRepository,
    private readonly instances: InstancesRepository,
  ) {}

  /** Counts only the plans of the page. */
  async list({ actor, today }: Caller, { after, limit, working = false }: PlansQuery): Promise<PlanList> {
    const isBelow = await this.units.superiorOf(actor.unitId);
    const slice = { after: readPlanPosition(after), working, limit: limit + 1 };
    const found = await this.plans.list(await this.viewerOf(actor.unitId), slice);
    const rows = found.slice(0, limit);
    const seesAll = (row: PlanLineRow) =>
      row.shares_progress || row.owner_unit_id === actor.unitId || isBelow(row.owner_unit_id);
    const idsOf = (chosen: PlanLineRow[]) => chosen.map((row) => row.id);
    const [whole, own] = await Promise.all([
      this.plans.countTasks(idsOf(rows.filter(seesAll)), today, null),
      this.plans.countTasks(idsOf(rows.filter((row) => !seesAll(row))), today, actor.unitId),
    ]);
    return {
      items: rows.map((row) => toLine(row, whole.get(row.id) ?? own.get(row.id) ?? noCounts())),
      next: found.length > limit ? (rows.at(-1)?.id ?? null) : null,
    };
  }

  /** The plan if the caller may see it; what may not be seen is NOT_FOUND. */
  async findSeen({ actor }: Caller, planId: string): Promise<SeenPlan> {
    const plan = await this.plans.find(await this.viewerOf(actor.unitId), planId);
    if (!plan) throw new DomainError('NOT_FOUND');
    if (plan.owner_unit_id === actor.unitId) return { plan, side: 'owner' };
    const isBelow = await this.units.superiorOf(actor.unitId);
    return { plan, side: isBelow(plan.owner_unit_id) ? 'superior' : 'unit' };
  }

  async show(caller: Caller, planId: string): Promise<PlanPage> {
    return this.describe(caller, await this.findSeen(caller, planId));
  }

  /** Decided by those who answer for the owner of the plan, and told to every unit in it. */
  async shareProgress(caller: Caller, planId: string, shared: boolean): Promise<void> {
    const { side } = await this.findSeen(caller, planId);
    if (side !== 'owner') throw new DomainError('NOT_ALLOWED');
    requireDeed(caller, 'shareProgress', planId);
    await this.plans.shareProgress(planId, shared, caller);
  }

  async describe({ actor, today }: Caller, { plan, side }: SeenPlan): Promise<PlanPage> {
    const counts = await this.plans.countTasks([plan.id], today, narrowTo({ plan, side }, actor.unitId));
    const [row] = await this.instances.withParents([plan.id]);
    if (!row) throw new DomainError('NOT_FOUND');
    const facts = factsOf(row);
    const relations = relationsIn(actor, (unitId) => side === 'superior' && unitId === row.from_unit_id, row);
    const moves = offerMoves({
      flow: flowOf('plan', row.machine_version),
      snapshot: row.snapshot,
      facts,
      actor: { ...actor, relations },
      today,
    });
    return {
      ...toLine(plan, counts.get(plan.id) ?? noCounts()),
      document: plan.document,
      moves: side === 'unit' ? [] : moves,
      calendar: plan.calendar,
    };
  }

  private async viewerOf(unitId: string) {
    return { unitId, below: await this.units.unitsBelow(unitId) };
  }
}

/** Reads where a page of plans ended; anything else that a client sends is refused. */
function readPlanPosition(after: string | undefined): string | null {
  if (after === undefined) return null;
  if (!Id.safeParse(after).success) throw new DomainError('VALIDATION_FAILED', { issues: [{ path: ['after'] }] });
  return after;
}
