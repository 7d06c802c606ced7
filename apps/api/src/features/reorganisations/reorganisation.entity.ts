import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One run of a reorganisation: who applied it, on what ground, with which decisions, and what came of it. */
@Entity('reorganisation')
@Index('reorganisation_effective_idx', ['effectiveOn'])
export class ReorganisationEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'reorganisation_pkey', default: () => 'new_id()' })
  id: string;

  /** The first day of the successors. */
  @Column({ name: 'effective_on', type: 'date' })
  effectiveOn: string;

  @Column({ name: 'applied_on', type: 'date' })
  appliedOn: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at: Date;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('PersonEntity', { name: 'reorganisation_person_fkey' })
  personId: string;

  @Column({ name: 'unit_id', type: 'text' })
  @ForeignKey('UnitEntity', { name: 'reorganisation_unit_fkey' })
  unitId: string;

  @Column({ type: 'text' })
  post: string;

  @Column({ type: 'text', nullable: true })
  document: string | null;

  @Column({ type: 'jsonb' })
  decisions: unknown;

  @Column({ type: 'jsonb' })
  outcome: unknown;
}

/** The units of an instance before and after it passed over. On a day before `effectiveOn` the ones before count. */
@Entity('unit_passage')
@Index('unit_passage_to_before_idx', ['toBefore', 'effectiveOn'])
export class UnitPassageEntity {
  @PrimaryColumn({ name: 'instance_id', type: 'uuid', primaryKeyConstraintName: 'unit_passage_pkey' })
  instanceId: string;

  @PrimaryColumn({ name: 'effective_on', type: 'date', primaryKeyConstraintName: 'unit_passage_pkey' })
  effectiveOn: string;

  @PrimaryColumn({ name: 'reorganisation_id', type: 'uuid', primaryKeyConstraintName: 'unit_passage_pkey' })
  @ForeignKey('ReorganisationEntity', { name: 'unit_passage_reorganisation_fkey' })
  reorganisationId: string;

  @Column({ name: 'from_before', type: 'text' })
  fromBefore: string;

  @Column({ name: 'from_after', type: 'text' })
  fromAfter: string;

  @Column({ name: 'to_before', type: 'text' })
  toBefore: string;

  @Column({ name: 'to_after', type: 'text' })
  toAfter: string;
}
