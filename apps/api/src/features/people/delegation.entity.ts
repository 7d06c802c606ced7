import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Somebody acts in the post of another person from a day to a day: for all work, or for one plan. */
@Entity('delegation')
@Index('delegation_holding_idx', ['holdingId'])
@Index('delegation_to_person_idx', ['toPersonId'])
@Check('delegation_days_check', 'valid_from <= valid_to')
export class DelegationEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'delegation_pkey', default: () => 'new_id()' })
  id: string;

  /** The post that is delegated; its holder is the one on whose behalf the other acts. */
  @Column({ name: 'holding_id', type: 'uuid' })
  @ForeignKey('PostHoldingEntity', { name: 'delegation_holding_fkey' })
  holdingId: string;

  @Column({ name: 'to_person_id', type: 'uuid' })
  @ForeignKey('PersonEntity', { name: 'delegation_to_person_fkey' })
  toPersonId: string;

  @Column({ name: 'plan_id', type: 'uuid', nullable: true })
  @ForeignKey('PlanEntity', { name: 'delegation_plan_fkey' })
  planId: string | null;

  @Column({ name: 'valid_from', type: 'date' })
  validFrom: string;

  @Column({ name: 'valid_to', type: 'date' })
  validTo: string;

  @Column({ type: 'text' })
  reason: string;

  @Column({ name: 'created_by_person_id', type: 'uuid' })
  createdByPersonId: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  /** Filled when it was ended before its last day. */
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt: Date | null;

  @Column({ name: 'ended_by_person_id', type: 'uuid', nullable: true })
  endedByPersonId: string | null;
}
