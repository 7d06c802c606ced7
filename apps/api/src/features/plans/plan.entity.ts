import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** Facts of a signed plan. Its workflow is the instance of the same id. */
@Entity('plan')
@Index('plan_owner_idx', ['ownerUnitId'])
export class PlanEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'plan_pkey', default: () => 'new_id()' })
  id: string;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text', nullable: true })
  number: string | null;

  @Column({ type: 'int' })
  year: number;

  @Column({ name: 'owner_unit_id', type: 'text' })
  @ForeignKey('UnitEntity', { name: 'plan_owner_unit_fkey' })
  ownerUnitId: string;

  @Column({ name: 'file_id', type: 'uuid' })
  @ForeignKey('FileEntity', { name: 'plan_file_fkey' })
  fileId: string;

  /** ReadDocument of the contract. */
  @Column({ type: 'jsonb' })
  document: unknown;

  /** As read, kept from the first correction on; null while nobody corrected it. */
  @Column({ name: 'read_document', type: 'jsonb', nullable: true })
  readDocument: unknown;

  @Column({ name: 'document_version', type: 'int', default: 0 })
  documentVersion: number;

  @Column({ type: 'jsonb', default: () => "'[]'" })
  headings: unknown;

  /** Campaign waves of the document. */
  @Column({ type: 'jsonb', default: () => "'[]'" })
  calendar: unknown;

  /** Rows of the source as they stand in the file. */
  @Column({ type: 'jsonb', default: () => "'[]'" })
  source: unknown;

  /** The day on which the registry was asked who the units are; null until activated. */
  @Column({ name: 'registry_date', type: 'date', nullable: true })
  registryDate: string | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  /** The units of the plan see how far each other's tasks are. */
  @Column({ name: 'shares_progress', type: 'boolean', default: false })
  sharesProgress: boolean;
}

/** A unit that has, or had, a part in a plan. The database keeps it; the wall asks it. */
@Entity('plan_unit')
@Index('plan_unit_plan_idx', ['planId'])
export class PlanUnitEntity {
  @PrimaryColumn({ name: 'unit_id', type: 'text', primaryKeyConstraintName: 'plan_unit_pkey' })
  @ForeignKey('UnitEntity', { name: 'plan_unit_unit_fkey' })
  unitId: string;

  @PrimaryColumn({ name: 'plan_id', type: 'uuid', primaryKeyConstraintName: 'plan_unit_pkey' })
  @ForeignKey('PlanEntity', { name: 'plan_unit_plan_fkey', onDelete: 'CASCADE' })
  planId: string;
}

/** A row of the responsibility table: as read (`read`, kept for ever) and as corrected (the other columns). */
@Entity('plan_item')
@Unique('plan_item_position_key', ['planId', 'position'], { deferrable: 'INITIALLY IMMEDIATE' })
export class PlanItemEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'plan_item_pkey', default: () => 'new_id()' })
  id: string;

  @Column({ name: 'plan_id', type: 'uuid' })
  @ForeignKey('PlanEntity', { name: 'plan_item_plan_fkey' })
  planId: string;

  @Column({ type: 'int' })
  position: number;

  @Column({ type: 'text' })
  ref: string;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text' })
  text: string;

  @Column({ name: 'unit_of_measure', type: 'text', nullable: true })
  unitOfMeasure: string | null;

  @Column({ type: 'text', array: true })
  leads: string[];

  @Column({ type: 'text', array: true })
  coordinators: string[];

  @Column({ type: 'jsonb' })
  timing: unknown;

  @Column({ type: 'jsonb' })
  targets: unknown;

  @Column({ name: 'hands_off_to', type: 'text', array: true, default: () => "'{}'" })
  handsOffTo: string[];

  @Column({ name: 'receives_from', type: 'text', array: true, default: () => "'{}'" })
  receivesFrom: string[];

  @Column({ type: 'text', nullable: true })
  deliverable: string | null;

  @Column({ name: 'budget_vnd', type: 'bigint', nullable: true })
  budgetVnd: string | null;

  @Column({ type: 'text', array: true, default: () => "'{}'" })
  approvers: string[];

  @Column({ type: 'jsonb' })
  read: unknown;

  /** `read` by the reader, or `added` by a person; then `read` holds the words at birth. */
  @Column({ type: 'text', default: () => "'read'" })
  origin: string;

  /** A removed row stays: what was read is measured against it, and a person may bring it back. */
  @Column({ name: 'removed_at', type: 'timestamptz', nullable: true })
  removedAt: Date | null;

  @Column({ type: 'int', default: 0 })
  version: number;
}

/** What the reader was not sure of, and how a person settled it. */
@Entity('doubt')
@Index('doubt_plan_idx', ['planId', 'position'])
export class DoubtEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'doubt_pkey', default: () => 'new_id()' })
  id: string;

  @Column({ name: 'plan_id', type: 'uuid' })
  @ForeignKey('PlanEntity', { name: 'doubt_plan_fkey' })
  planId: string;

  @Column({ name: 'item_id', type: 'uuid', nullable: true })
  @ForeignKey('PlanItemEntity', { name: 'doubt_item_fkey' })
  itemId: string | null;

  @Column({ type: 'int' })
  position: number;

  /** Doubt of the contract, as the reader said it. */
  @Column({ type: 'jsonb' })
  doubt: unknown;

  @Column({ name: 'settled_at', type: 'timestamptz', nullable: true })
  settledAt: Date | null;

  @Column({ name: 'settled_value', type: 'jsonb', nullable: true })
  settledValue: unknown;

  @Column({ name: 'settled_by', type: 'uuid', nullable: true })
  @ForeignKey('PersonEntity', { name: 'doubt_settled_by_fkey' })
  settledBy: string | null;
}

/** The units that a person chose for a name that the registry does not answer by itself ("các đơn vị liên quan"). */
@Entity('plan_name')
export class PlanNameEntity {
  @PrimaryColumn({ name: 'plan_id', type: 'uuid', primaryKeyConstraintName: 'plan_name_pkey' })
  @ForeignKey('PlanEntity', { name: 'plan_name_plan_fkey' })
  planId: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'plan_name_pkey' })
  name: string;

  @Column({ name: 'unit_ids', type: 'text', array: true })
  unitIds: string[];

  @Column({ name: 'settled_by', type: 'uuid' })
  @ForeignKey('PersonEntity', { name: 'plan_name_settled_by_fkey' })
  settledBy: string;

  @Column({ name: 'settled_at', type: 'timestamptz', default: () => 'now()' })
  settledAt: Date;
}

/** One step of a review with its before and after, in the order in which the steps were made. */
@Entity('plan_edit')
@Index('plan_edit_number_key', ['planId', 'number'], { unique: true })
export class PlanEditEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'plan_edit_pkey', default: () => 'new_id()' })
  id: string;

  @Column({ name: 'plan_id', type: 'uuid' })
  @ForeignKey('PlanEntity', { name: 'plan_edit_plan_fkey' })
  planId: string;

  @Column({ type: 'int' })
  number: number;

  @Column({ type: 'text' })
  kind: string;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('PersonEntity', { name: 'plan_edit_person_fkey' })
  personId: string;

  @Column({ name: 'made_at', type: 'timestamptz', default: () => 'now()' })
  madeAt: Date;

  /** ReviewChanges: before and after of rows, doubts, names and the facts of the document. */
  @Column({ type: 'jsonb' })
  changes: unknown;

  @Column({ name: 'undone_at', type: 'timestamptz', nullable: true })
  undoneAt: Date | null;
}

/** The table of a plan as it was approved or amended; the database writes it in the transaction of the approval. */
@Entity('plan_version')
export class PlanVersionEntity {
  @PrimaryColumn({ name: 'plan_id', type: 'uuid', primaryKeyConstraintName: 'plan_version_pkey' })
  @ForeignKey('PlanEntity', { name: 'plan_version_plan_fkey' })
  planId: string;

  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'plan_version_pkey' })
  number: number;

  @Column({ type: 'text' })
  cause: string;

  @Column({ type: 'jsonb' })
  document: unknown;

  @Column({ type: 'jsonb' })
  headings: unknown;

  @Column({ type: 'jsonb' })
  items: unknown;

  @Column({ name: 'kept_at', type: 'timestamptz', default: () => 'now()' })
  keptAt: Date;
}
