import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Something that was given up for good by a person, as it stood then. It only grows. */
@Entity('dismissed_letter')
@Index('dismissed_letter_letter_idx', ['letterId', 'dismissedAt'])
@Index('dismissed_letter_at_idx', ['dismissedAt', 'id'])
export class DismissedLetterEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'dismissed_letter_pkey', default: () => 'new_id()' })
  id: string;

  @Column({ name: 'letter_id', type: 'text' })
  letterId: string;

  /** What an administrator saw of it. */
  @Column({ type: 'jsonb' })
  letter: unknown;

  /** Whose administrators see it. */
  @Column({ name: 'unit_ids', type: 'text', array: true })
  unitIds: string[];

  @Column({ type: 'text' })
  reason: string;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('PersonEntity', { name: 'dismissed_letter_person_fkey' })
  personId: string;

  @Column({ name: 'unit_id', type: 'text' })
  @ForeignKey('UnitEntity', { name: 'dismissed_letter_unit_fkey' })
  unitId: string;

  @Column({ name: 'dismissed_at', type: 'timestamptz', default: () => 'now()' })
  dismissedAt: Date;
}
