import { Injectable } from '@nestjs/common';
import type {
  ApplyReorganisation,
  FlowId,
  IsoDate,
  Post,
  ReorganisationFigures,
  ReorganisationRun,
  WorkOfFlows,
  Words,
} from '@phancong/contracts';

import { advisoryLocks } from '../../platform/database/advisory-locks.js';
import { Sql, type SqlRunner } from '../../platform/database/sql.js';
import type { Caller } from '../people/request-actor.js';
import {
  moveBeneficiariesStatement,
  moveBudgetSeatsStatement,
  moveNoticesStatement,
  movePostsStatement,
  moveWorkStatement,
  stopOwnFlowsStatement,
} from './move-work-statement.js';
import {
  figuresOfWork,
  headsOfUnits,
  loadOfUnits,
  meetingsOfUnits,
  moneyOfUnits,
  openWork,
  ownFlowsOfUnits,
  postsOfUnits,
  quotasOfUnits,
  workOfUnits,
} from './preview-statements.js';

/** Two runs at once would count each other's work. */
const LOCK = advisoryLocks.reorganisations;
const takeLock = { name: 'lock-reorganisations', text: `select pg_advisory_xact_lock($1)` };

/** The planner takes a fresh plan for a few rows; a nested loop over a hundred thousand would not end. */
const planForMany = { name: 'plan-for-many-rows', text: `select set_config('enable_nestloop', 'off', true)` };

const insertRun = {
  name: 'insert-reorganisation',
  text: `
    insert into reorganisation (effective_on, applied_on, person_id, unit_id, post, document, decisions, outcome)
    values ($1, $2, $3, $4, $5, $6, $7, '{}') returning id`,
};

const finishRun = { name: 'finish-reorganisation', text: `update reorganisation set outcome = $2 where id = $1` };

const listRuns = {
  name: 'list-reorganisations',
  text: `
    select r.id, r.effective_on, r.applied_on, r.at, r.document, r.outcome, p.full_name, u.name as unit_name
    from reorganisation r join person p on p.id = r.person_id join unit u on u.id = r.unit_id
    where $1::date is null or r.effective_on = $1 order by r.at desc`,
};

interface Outcome {
  moved: WorkOfFlows;
  people: number;
  stoppedFlows: number;
  before: ReorganisationFigures;
  after: ReorganisationFigures;
}

interface RunRow {
  id: string;
  effective_on: string;
  applied_on: string;
  at: Date;
  document: string | null;
  outcome: Omit<Outcome, 'stoppedFlows'> & { stoppedFlows?: number };
  full_name: string;
  unit_name: string;
}

export interface QuotaRow {
  unit_id: string;
  plan_id: string;
  ref: string | null;
  metric: string;
  unit: string;
  period: string | null;
  min: number | null;
  max: number | null;
  counted: number;
}

export interface PostRow {
  id: string;
  unit_id: string;
  post: Post;
  full_name: string;
}

interface OwnFlowRow {
  unit_id: string;
  flow: FlowId;
  words: Words;
}

/** A passage as the statements take it; `item_id` null for the whole unit. */
export interface PassageRow {
  from_id: string;
  item_id: string | null;
  to_id: string;
}

export interface ReceiptClock {
  flow: FlowId;
  machine_version: number;
  state: string;
  event: string;
  fire_on: IsoDate;
}

const flowsOf = (rows: readonly { flow: FlowId; n: number }[]): WorkOfFlows =>
  Object.fromEntries(rows.map(({ flow, n }) => [flow, n]));

const toRun = (row: RunRow): ReorganisationRun => ({
  id: row.id,
  on: row.effective_on,
  appliedOn: row.applied_on,
  at: row.at.toISOString(),
  personName: row.full_name,
  unitName: row.unit_name,
  document: row.document,
  ...row.outcome,
  // Runs of earlier versions of the product stopped none.
  stoppedFlows: row.outcome.stoppedFlows ?? 0,
});

/** Past the wall of row-level security: a reorganisation concerns all units, and who may look at it was asked before. */
@Injectable()
export class ReorganisationsRepository {
  constructor(private readonly sql: Sql) {}

  async workOf(
    unitIds: readonly string[],
    runner: SqlRunner = this.sql.engine,
  ): Promise<{ unit_id: string; flow: FlowId; open: number; frozen: number }[]> {
    return runner.rows(workOfUnits, [unitIds]);
  }

  async openWork(unitIds: readonly string[]): Promise<WorkOfFlows> {
    const rows = await this.sql.engine.rows<{ flow: FlowId; open: number }>(openWork, [unitIds]);
    return flowsOf(rows.map(({ flow, open }) => ({ flow, n: open })));
  }

  quotasOf(unitIds: readonly string[]): Promise<QuotaRow[]> {
    return this.sql.engine.rows<QuotaRow & Record<string, unknown>>(quotasOfUnits, [unitIds]);
  }

  postsOf(unitIds: readonly string[], on: IsoDate, runner: SqlRunner = this.sql.engine): Promise<PostRow[]> {
    return runner.rows<PostRow & Record<string, unknown>>(postsOfUnits, [unitIds, on]);
  }

  async headed(unitIds: readonly string[], on: IsoDate): Promise<Set<string>> {
    const rows = await this.sql.engine.rows<{ unit_id: string }>(headsOfUnits, [unitIds, on]);
    return new Set(rows.map((row) => row.unit_id));
  }

  async moneyOf(unitIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.sql.engine.rows<{ unit_id: string; amount: string }>(moneyOfUnits, [unitIds]);
    return new Map(rows.map((row) => [row.unit_id, row.amount]));
  }

  ownFlowsOf(unitIds: readonly string[]): Promise<OwnFlowRow[]> {
    return this.sql.engine.rows<OwnFlowRow & Record<string, unknown>>(ownFlowsOfUnits, [unitIds]);
  }

  /** How many stopped. */
  async stopOwnFlows(unitIds: readonly string[], { actor }: Caller, runner: SqlRunner): Promise<number> {
    return (await runner.rows(stopOwnFlowsStatement, [unitIds, actor.personId])).length;
  }

  async meetings(passages: readonly PassageRow[]): Promise<number> {
    const [row] = await this.sql.engine.rows<{ meetings: number }>(meetingsOfUnits, [JSON.stringify(passages)]);
    return row?.meetings ?? 0;
  }

  async loadOf(unitIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.sql.engine.rows<{ unit_id: string; open: number }>(loadOfUnits, [unitIds]);
    return new Map(rows.map((row) => [row.unit_id, row.open]));
  }

  async runs(on: IsoDate | null, runner: SqlRunner = this.sql.engine): Promise<ReorganisationRun[]> {
    return (await runner.rows<RunRow & Record<string, unknown>>(listRuns, [on])).map(toRun);
  }

  /** One at a time, and planned for many rows until the transaction ends. */
  async lock(runner: SqlRunner): Promise<void> {
    await runner.rows(takeLock, [LOCK]);
    await runner.rows(planForMany);
  }

  async figures(runner: SqlRunner): Promise<ReorganisationFigures> {
    const [row] = await runner.rows<ReorganisationFigures & Record<string, unknown>>(figuresOfWork);
    if (!row) throw new Error('The figures of the work told nothing.');
    return row;
  }

  async begin(
    { actor, today }: Caller,
    on: IsoDate,
    { document, ...decisions }: ApplyReorganisation,
    runner: SqlRunner,
  ): Promise<string> {
    const [row] = await runner.rows<{ id: string }>(insertRun, [
      on,
      today,
      actor.personId,
      actor.unitId,
      actor.post,
      document,
      JSON.stringify(decisions),
    ]);
    if (!row) throw new Error('The reorganisation was not begun.');
    return row.id;
  }

  async moveWork(
    { actor, today }: Caller,
    run: { id: string; on: IsoDate; document: string | null },
    passages: readonly PassageRow[],
    clocks: readonly ReceiptClock[],
    runner: SqlRunner,
  ): Promise<WorkOfFlows> {
    const why = { reorganisationId: run.id, effectiveOn: run.on, document: run.document };
    const rows = await runner.rows<{ flow: FlowId; moved: number }>(moveWorkStatement, [
      JSON.stringify(passages),
      run.on,
      today,
      actor.personId,
      actor.unitId,
      actor.post,
      run.id,
      JSON.stringify(why),
      JSON.stringify(clocks),
      actor.onBehalfOf?.personId ?? null,
    ]);
    return flowsOf(rows.map(({ flow, moved }) => ({ flow, n: moved })));
  }

  /** Seats inside budgets, beneficiaries of open estimates and unread notices. */
  async moveBesideWork(passages: readonly PassageRow[], runner: SqlRunner): Promise<void> {
    const whole = JSON.stringify(passages.filter((passage) => passage.item_id === null));
    await runner.rows(moveBudgetSeatsStatement, [whole]);
    await runner.rows(moveBeneficiariesStatement, [JSON.stringify(passages)]);
    await runner.rows(moveNoticesStatement, [whole]);
  }

  /** The number of posts that began at a successor. */
  async movePosts(
    passages: readonly PassageRow[],
    on: IsoDate,
    endedPosts: readonly string[],
    runner: SqlRunner,
  ): Promise<number> {
    const whole = JSON.stringify(passages.filter((passage) => passage.item_id === null));
    return (await runner.rows(movePostsStatement, [whole, on, endedPosts])).length;
  }

  async finish(id: string, outcome: Outcome, runner: SqlRunner): Promise<void> {
    await runner.rows(finishRun, [id, JSON.stringify(outcome)]);
  }
}
