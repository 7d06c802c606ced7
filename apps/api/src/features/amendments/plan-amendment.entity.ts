import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A document that changes a running plan: as it was read, and what became of it. */
@Entity('plan_amendment')
@Index('plan_amendment_plan_idx', ['planId'])
export class PlanAmendmentEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'plan_amendment_pkey', default: () => 'new_id()' })
  id: string;

  @Column({ name: 'plan_id', type: 'uuid' })
  @ForeignKey('PlanEntity', { name: 'plan_amendment_plan_fkey' })
  planId: string;

  @Column({ name: 'file_id', type: 'uuid' })
  @ForeignKey('FileEntity', { name: 'plan_amendment_file_fkey' })
  fileId: string;

  /** `decision` orders changes, `version` is a whole new table. */
  @Column({ type: 'text' })
  kind: string;

  @Column({ type: 'jsonb' })
  document: unknown;

  @Column({ type: 'jsonb', nullable: true })
  amends: unknown;

  @Column({ type: 'jsonb' })
  changes: unknown;

  /** Rows of a new version; empty for a decision. */
  @Column({ type: 'jsonb' })
  items: unknown;

  @Column({ type: 'jsonb' })
  doubts: unknown;

  @Column({ type: 'jsonb' })
  source: unknown;

  @Column({ type: 'text' })
  state: string;

  @Column({ name: 'created_by', type: 'uuid' })
  @ForeignKey('PersonEntity', { name: 'plan_amendment_created_by_fkey' })
  createdBy: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Column({ name: 'settled_by', type: 'uuid', nullable: true })
  @ForeignKey('PersonEntity', { name: 'plan_amendment_settled_by_fkey' })
  settledBy: string | null;

  @Column({ name: 'settled_at', type: 'timestamptz', nullable: true })
  settledAt: Date | null;

  /** Rows with their differences and work as they were applied, or the reason why it was discarded. */
  @Column({ type: 'jsonb', nullable: true })
  applied: unknown;
}
