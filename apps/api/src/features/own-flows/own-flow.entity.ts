import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * A version of a flow that an office makes itself. While it is a draft it is changed in place; once released it stays as it is, for
 * the work that was born with it.
 */
@Entity('own_flow')
@Check('own_flow_version_check', `(state in ('released', 'replaced', 'stopped')) = (machine_version is not null)`)
@Check(
  'own_flow_second_person_check',
  'machine_version is null or (settled_by is not null and settled_by <> all (writer_ids))',
)
@Index('own_flow_version_key', ['flow', 'machineVersion'], { unique: true })
@Index('own_flow_released_key', { synchronize: false })
@Index('own_flow_changed_idx', ['changedAt'])
export class OwnFlowEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'own_flow_pkey', default: () => 'new_id()' })
  id: string;

  /** The shipped flow that was copied. */
  @Column({ type: 'text' })
  flow: string;

  /** The unit whose work is born with it, and those below it; null: the whole agency. */
  @Column({ name: 'unit_id', type: 'text', nullable: true })
  @ForeignKey('UnitEntity', { name: 'own_flow_unit_fkey' })
  unitId: string | null;

  @Column({ type: 'text' })
  state: string;

  /** Counts the saves: a change that is based on an earlier one is refused. */
  @Column({ type: 'int' })
  edition: number;

  /** States and moves stand in the order in which they were written, so it is no jsonb. */
  @Column({ type: 'json' })
  document: unknown;

  /** Laid out when it was submitted. */
  @Column({ type: 'jsonb', nullable: true })
  diagram: unknown;

  @Column({ name: 'machine_version', type: 'smallint', nullable: true })
  machineVersion: number | null;

  @Column({ type: 'text', nullable: true })
  hash: string | null;

  /** Everybody who had a hand in it: none of them approves it. */
  @Column({ name: 'writer_ids', type: 'uuid', array: true })
  writerIds: string[];

  @Column({ name: 'changed_by', type: 'uuid' })
  @ForeignKey('PersonEntity', { name: 'own_flow_changed_by_fkey' })
  changedBy: string;

  @Column({ name: 'changed_at', type: 'timestamptz', default: () => 'now()' })
  changedAt: Date;

  @Column({ name: 'submitted_by', type: 'uuid', nullable: true })
  @ForeignKey('PersonEntity', { name: 'own_flow_submitted_by_fkey' })
  submittedBy: string | null;

  @Column({ name: 'settled_by', type: 'uuid', nullable: true })
  @ForeignKey('PersonEntity', { name: 'own_flow_settled_by_fkey' })
  settledBy: string | null;

  @Column({ name: 'settled_at', type: 'timestamptz', nullable: true })
  settledAt: Date | null;

  @Column({ name: 'return_reason', type: 'text', nullable: true })
  returnReason: string | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;
}
