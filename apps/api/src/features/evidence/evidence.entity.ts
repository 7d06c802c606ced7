import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A target of one task, from the words of the plan row: the quota ledger. What counts toward it is its evidence. */
@Entity('target')
@Index('target_task_idx', ['taskId'])
export class TargetEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'target_pkey', default: () => 'new_id()' })
  id: string;

  @Column({ name: 'task_id', type: 'uuid' })
  @ForeignKey('InstanceEntity', { name: 'target_task_fkey' })
  taskId: string;

  @Column({ type: 'smallint' })
  position: number;

  @Column({ type: 'text' })
  metric: string;

  @Column({ type: 'numeric', nullable: true })
  min: string | null;

  @Column({ type: 'numeric', nullable: true })
  max: string | null;

  @Column({ type: 'text' })
  unit: string;

  @Column({ type: 'text', nullable: true })
  per: string | null;

  @Column({ type: 'text', nullable: true })
  period: string | null;

  @Column({ type: 'boolean', default: false })
  approx: boolean;
}

/** What proves work: recorded against a task or one of its checkpoints, counted once toward one target. */
@Entity('evidence')
@Index('evidence_task_idx', ['taskId', 'happenedOn'])
@Index('evidence_target_idx', ['targetId'])
export class EvidenceEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'evidence_pkey', default: () => 'new_id()' })
  id: string;

  @Column({ name: 'task_id', type: 'uuid' })
  @ForeignKey('InstanceEntity', { name: 'evidence_task_fkey' })
  taskId: string;

  @Column({ name: 'instance_id', type: 'uuid' })
  @ForeignKey('InstanceEntity', { name: 'evidence_instance_fkey' })
  instanceId: string;

  @Column({ name: 'target_id', type: 'uuid', nullable: true })
  @ForeignKey('TargetEntity', { name: 'evidence_target_fkey' })
  targetId: string | null;

  @Column({ type: 'text' })
  kind: string;

  @Column({ type: 'text' })
  title: string;

  @Column({ name: 'happened_on', type: 'date' })
  happenedOn: string;

  @Column({ type: 'text', nullable: true })
  place: string | null;

  @Column({ type: 'int', nullable: true })
  participants: number | null;

  @Column({ type: 'numeric', default: 1 })
  quantity: string;

  @Column({ type: 'text', nullable: true })
  link: string | null;

  @Column({ name: 'file_id', type: 'uuid', nullable: true })
  @ForeignKey('FileEntity', { name: 'evidence_file_fkey' })
  fileId: string | null;

  @Column({ type: 'text', nullable: true })
  note: string | null;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('PersonEntity', { name: 'evidence_person_fkey' })
  personId: string;

  @Column({ name: 'unit_id', type: 'text' })
  @ForeignKey('UnitEntity', { name: 'evidence_unit_fkey' })
  unitId: string;

  @Column({ type: 'text' })
  post: string;

  @Column({ name: 'on_behalf_of_id', type: 'uuid', nullable: true })
  onBehalfOfId: string | null;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt: Date;

  @Column({ name: 'withdrawn_reason', type: 'text', nullable: true })
  withdrawnReason: string | null;

  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true })
  withdrawnAt: Date | null;
}
