import { Injectable } from '@nestjs/common';
import type { HistoryEntry, InstancePage, IsoDate, Post, SourceLink, TargetProgress, Words } from '@phancong/contracts';
import { DamagedSnapshot, flowOf, flows, knowsFlow, offerMoves, type Flow, type MoveActor } from '@phancong/workflows';

import { DomainError } from '../../platform/errors/domain-error.js';
import { EvidenceRepository } from '../evidence/evidence.repository.js';
import type { Caller } from '../people/request-actor.js';
import { behalfOf } from '../people/seats.js';
import { UnitsRepository } from '../units/units.repository.js';
import { factsOf, type InstanceRow } from '../work/engine/instance-row.js';
import { InstancePageRepository, type HistoryRow, type OriginRow, type TargetRow } from './instance-page.repository.js';
import { wordsOfEvent } from '../work/event-words.js';
import { InstancesRepository } from '../work/instances.repository.js';
import { toLine, type LineRow } from '../work/instance-line.js';
import { offerStarts } from '../work/start-rules.js';
import { maySee, relationsIn } from '../work/visibility.js';
import { WorkRepository } from '../work/work.repository.js';

/** The first row of a history is the birth of the instance, before any event of its machine. */
const born: Words = { vi: 'Được giao, khởi tạo', en: 'Given out' };

function toHistory(flow: Flow, row: HistoryRow): HistoryEntry {
  return {
    version: row.version,
    at: row.at.toISOString(),
    onDay: row.on_day,
    actor:
      row.person_id && row.unit_id
        ? {
            personId: row.person_id,
            personName: row.full_name ?? '',
            unitId: row.unit_id,
            unitName: row.unit_name ?? '',
            post: row.post as Post,
            ...behalfOf(row),
          }
        : null,
    event: row.event,
    words: (row.from_state === null ? undefined : wordsOfEvent(flow, row.event)) ?? born,
    fromState: row.from_state,
    toState: row.to_state,
    payload: row.payload,
  };
}

const toNumber = (text: string | null) => (text === null ? null : Number(text));

const toTarget = (row: TargetRow): TargetProgress => ({
  id: row.id,
  metric: row.metric,
  min: toNumber(row.min),
  max: toNumber(row.max),
  unit: row.unit,
  per: row.per,
  period: row.period,
  approx: row.approx,
  counted: Number(row.counted),
  countedThisPeriod: toNumber(row.counted_this_period),
});

function toSource(planId: string, origin: OriginRow | undefined): SourceLink | null {
  if (!origin?.ref || !origin.source) return null;
  return {
    planId,
    ref: origin.ref,
    fileName: origin.file_name,
    line: origin.source.line,
    cells: origin.source.cells,
    anchors: origin.anchors ?? {},
  };
}

const contextOf = (row: InstanceRow) => (row.snapshot as { context?: Record<string, unknown> } | null)?.context ?? {};

/** A damaged instance is shown with all that is known of it, but nobody can move it. */
function movesOf(flow: Flow, row: InstanceRow, actor: MoveActor, today: IsoDate) {
  if (!knowsFlow(row.flow, row.machine_version)) return { moves: [], damaged: true };
  try {
    return { moves: offerMoves({ flow, snapshot: row.snapshot, facts: factsOf(row), actor, today }), damaged: false };
  } catch (error) {
    if (!(error instanceof DamagedSnapshot)) throw error;
    return { moves: [], damaged: true };
  }
}

/** Who only helps with a piece of work does not see what its units settle between themselves. */
const mayKnowOf = (child: LineRow, unitId: string, seesWhole: boolean) =>
  seesWhole || !flows[child.flow].confidential || [child.from_unit_id, child.to_unit_id].includes(unitId);

/** The page of one piece of work, gathered for the unit that looks at it. */
@Injectable()
export class InstancePageService {
  constructor(
    private readonly instances: InstancesRepository,
    private readonly pages: InstancePageRepository,
    private readonly work: WorkRepository,
    private readonly evidence: EvidenceRepository,
    private readonly units: UnitsRepository,
  ) {}

  async show(caller: Caller, id: string): Promise<InstancePage> {
    const { actor, today } = caller;
    const rows = await this.instances.withParents([id]);
    const row = rows.find((candidate) => candidate.id === id);
    const superiorOf = await this.units.superiorOf(actor.unitId);
    if (!row || !(await this.maySeeWithKin(actor.unitId, superiorOf, row, rows))) throw new DomainError('NOT_FOUND');

    const relations = relationsIn(actor, superiorOf, row);
    // Of a version that nobody knows the shipped flow lends the words; it cannot be moved.
    const flow = knowsFlow(row.flow, row.machine_version) ? flowOf(row.flow, row.machine_version) : flows[row.flow];
    const taskId = row.flow === 'task' ? row.id : row.parent_id;
    const [line, parent, children, history, targets, evidence, origin] = await Promise.all([
      this.work.line(id),
      row.parent_id ? this.work.line(row.parent_id) : undefined,
      this.work.childrenOf(id),
      this.pages.history(id),
      taskId ? this.pages.targets(taskId, today) : [],
      taskId ? this.evidence.ofTask(taskId) : [],
      this.pages.origin(row.plan_id, row.item_id),
    ]);
    if (!line) throw new DomainError('NOT_FOUND');
    return {
      line: toLine(line, today),
      machineVersion: row.machine_version,
      planTitle: origin?.plan_title ?? '',
      context: contextOf(row),
      itemText: origin?.item_text ?? null,
      unitOfMeasure: origin?.unit_of_measure ?? null,
      timingText: origin?.timing_text ?? null,
      deliverable: origin?.deliverable ?? null,
      budgetVnd: origin?.budget_vnd ?? null,
      ...movesOf(flow, row, { ...actor, relations }, today),
      relations,
      parent: parent ? toLine(parent, today) : null,
      children: children
        .filter((child) => mayKnowOf(child, actor.unitId, maySee(actor.unitId, superiorOf, row)))
        .map((child) => toLine(child, today)),
      targets: targets.map(toTarget),
      evidence: row.flow === 'checkpoint' ? evidence.filter((proof) => this.ofPeriod(proof.happenedOn, row)) : evidence,
      history: history.map((entry) => toHistory(flow, entry)),
      source: toSource(row.plan_id, origin),
      mayStart: offerStarts(
        row,
        { unitId: actor.unitId, isSuperiorOf: superiorOf, worksInPlan: false },
        children,
        actor,
      ),
    };
  }

  /** Evidence of a reporting period: what happened between its first and its last day. */
  private ofPeriod(day: IsoDate, row: InstanceRow): boolean {
    return (row.starts_on === null || row.starts_on <= day) && (row.signed_due_on === null || day <= row.signed_due_on);
  }

  /** A party of a part sees the whole that it belongs to: a coordinator sees the task that it helps. */
  private async maySeeWithKin(
    unitId: string,
    superiorOf: (other: string) => boolean,
    row: InstanceRow,
    rows: readonly InstanceRow[],
  ): Promise<boolean> {
    if (maySee(unitId, superiorOf, row)) return true;
    const parent = rows.find((candidate) => candidate.id === row.parent_id);
    if (parent && parent.flow !== 'budget' && maySee(unitId, superiorOf, parent)) return true;
    return (await this.work.childrenOf(row.id)).some((child) =>
      [child.from_unit_id, child.to_unit_id].includes(unitId),
    );
  }
}
