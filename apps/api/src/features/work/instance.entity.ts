import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * One workflow instance of any machine: one row. `from` asks, `to` is asked, `holder` has the move.
 * `state`, `phase` and `holderUnitId` are projections of the snapshot, written with it in one statement.
 */
@Entity('instance')
@Check('instance_holder_check', 'holder_unit_id is null or holder_unit_id in (from_unit_id, to_unit_id)')
@Index('instance_inbox_idx', { synchronize: false })
@Index('instance_to_idx', { synchronize: false })
@Index('instance_from_idx', { synchronize: false })
@Index('instance_board_idx', { synchronize: false })
@Index('instance_parent_idx', ['parentId'], { where: 'parent_id is not null' })
export class InstanceEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'instance_pkey', default: () => 'new_id()' })
  id: string;

  @Column({ type: 'text' })
  flow: string;

  @Column({ name: 'machine_version', type: 'smallint' })
  machineVersion: number;

  @Column({ type: 'text' })
  state: string;

  /** open, done or cancelled. */
  @Column({ type: 'text' })
  phase: string;

  @Column({ type: 'jsonb' })
  snapshot: unknown;

  /** Number of moves made; the last history row has it too. */
  @Column({ type: 'int', default: 0 })
  version: number;

  @Column({ name: 'plan_id', type: 'uuid' })
  @ForeignKey('PlanEntity', { name: 'instance_plan_fkey' })
  planId: string;

  @Column({ name: 'item_id', type: 'uuid', nullable: true })
  itemId: string | null;

  @Column({ name: 'parent_id', type: 'uuid', nullable: true })
  parentId: string | null;

  @Column({ name: 'from_unit_id', type: 'text' })
  @ForeignKey('UnitEntity', { name: 'instance_from_unit_fkey' })
  fromUnitId: string;

  @Column({ name: 'to_unit_id', type: 'text' })
  @ForeignKey('UnitEntity', { name: 'instance_to_unit_fkey' })
  toUnitId: string;

  @Column({ name: 'holder_unit_id', type: 'text', nullable: true })
  holderUnitId: string | null;

  /** The unit that was asked when the work was given out, where a successor holds it now; what it owes is kept under it. */
  @Column({ name: 'origin_unit_id', type: 'text', nullable: true })
  @ForeignKey('UnitEntity', { name: 'instance_origin_unit_fkey' })
  originUnitId: string | null;

  /** Own title where it is not that of the plan row: the product handed off, the purpose of an estimate. */
  @Column({ type: 'text', nullable: true })
  title: string | null;

  /** Ref of the plan row, as lists show it; the database keeps it equal to the row. */
  @Column({ name: 'line_ref', type: 'text', nullable: true })
  lineRef: string | null;

  /** Title of the plan row, or of the plan where there is no row; kept as `lineRef` is. */
  @Column({ name: 'line_title', type: 'text', nullable: true })
  lineTitle: string | null;

  /** Reporting period of a checkpoint ("2025-Q1") or label of a task's window. */
  @Column({ name: 'period_label', type: 'text', nullable: true })
  periodLabel: string | null;

  @Column({ name: 'starts_on', type: 'date', nullable: true })
  startsOn: string | null;

  @Column({ name: 'due_on', type: 'date', nullable: true })
  dueOn: string | null;

  /** The day as signed; `dueOn` moves when an extension is granted, this one never does. */
  @Column({ name: 'signed_due_on', type: 'date', nullable: true })
  signedDueOn: string | null;

  /** The day that counts as done: of the hand-in that was later accepted. */
  @Column({ name: 'done_on', type: 'date', nullable: true })
  doneOn: string | null;

  /** A duty without a term, outside the official on-time rate. */
  @Column({ type: 'boolean', default: false })
  standing: boolean;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;
}

/** Every move ever made, in order; never changed, never removed. */
@Entity('history')
@Index('history_at_idx', ['at'])
export class HistoryEntity {
  @PrimaryColumn({ name: 'instance_id', type: 'uuid', primaryKeyConstraintName: 'history_pkey' })
  instanceId: string;

  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'history_pkey' })
  version: number;

  /** When the row was written, by the clock of the database. */
  @Column({ type: 'timestamptz', default: () => 'now()' })
  at: Date;

  @Column({ name: 'on_day', type: 'date' })
  onDay: string;

  /** Null: the system moved (a clock, or another instance). */
  @Column({ name: 'person_id', type: 'uuid', nullable: true })
  personId: string | null;

  @Column({ name: 'unit_id', type: 'text', nullable: true })
  unitId: string | null;

  @Column({ type: 'text', nullable: true })
  post: string | null;

  @Column({ type: 'text' })
  event: string;

  @Column({ type: 'jsonb' })
  payload: unknown;

  @Column({ name: 'from_state', type: 'text', nullable: true })
  fromState: string | null;

  @Column({ name: 'to_state', type: 'text' })
  toState: string;

  /** The absent person for whom somebody else acted ("thay mặt"). */
  @Column({ name: 'on_behalf_of_id', type: 'uuid', nullable: true })
  onBehalfOfId: string | null;

  /** Where the request came from. */
  @Column({ type: 'text', nullable: true })
  origin: string | null;

  /** Of this row and of the row before it in its instance; written by the database. */
  @Column({ type: 'bytea' })
  hash: Buffer;
}

/** A clock of an instance: on its day the worker sends the event, once. */
@Entity('due_row')
@Index('due_row_fire_idx', ['fireOn', 'instanceId'])
@Index('due_row_fault_idx', { synchronize: false })
export class DueRowEntity {
  @PrimaryColumn({ name: 'instance_id', type: 'uuid', primaryKeyConstraintName: 'due_row_pkey' })
  instanceId: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'due_row_pkey' })
  event: string;

  @Column({ name: 'fire_on', type: 'date' })
  fireOn: string;

  /** Set when firing failed: the row waits for a person instead of blocking the others. */
  @Column({ type: 'text', nullable: true })
  fault: string | null;

  @Column({ name: 'fault_at', type: 'timestamptz', nullable: true })
  faultAt: Date | null;
}

/** An effect that still has to reach the world: written with the move, delivered by the worker. */
@Entity('outbox')
@Index('outbox_failed_idx', { synchronize: false })
@Index('outbox_dead_idx', { synchronize: false })
export class OutboxEntity {
  @PrimaryColumn({
    type: 'bigint',
    primaryKeyConstraintName: 'outbox_pkey',
    generated: 'identity',
    generatedIdentity: 'ALWAYS',
  })
  id: string;

  @Column({ name: 'instance_id', type: 'uuid' })
  instanceId: string;

  @Column({ type: 'jsonb' })
  effect: unknown;

  @Column({ name: 'by_unit_id', type: 'text', nullable: true })
  byUnitId: string | null;

  @Column({ name: 'on_day', type: 'date' })
  onDay: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  /** Failed deliveries. While it is above zero, later effects of the same instance wait behind this one. */
  @Column({ type: 'smallint', default: 0 })
  attempts: number;

  @Column({ name: 'try_at', type: 'timestamptz', default: () => 'now()' })
  tryAt: Date;

  /** Why the last delivery failed. */
  @Column({ type: 'text', nullable: true })
  fault: string | null;

  /** Set when it was tried often enough: it waits for a person, and holds nothing up any more. */
  @Column({ name: 'dead_at', type: 'timestamptz', nullable: true })
  deadAt: Date | null;
}

/** The first answer to a request with an idempotency key; the same request again gets it once more. */
@Entity('request')
@Index('request_at_idx', ['at'])
export class RequestEntity {
  @PrimaryColumn({ name: 'person_id', type: 'uuid', primaryKeyConstraintName: 'request_pkey' })
  personId: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'request_pkey' })
  key: string;

  /** Hash of what was asked, so that a key used for something else is refused. */
  @Column({ type: 'text' })
  fingerprint: string;

  @Column({ type: 'jsonb' })
  answer: unknown;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at: Date;
}
