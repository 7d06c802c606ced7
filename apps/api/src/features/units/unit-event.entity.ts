import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What an office recorded of its units, beside the history that the product brings along; never changed, never removed. */
@Entity('unit_event')
export class UnitEventEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'unit_event_pkey', default: () => 'new_id()' })
  id: string;

  /** Its place among the events recorded with it. */
  @Column({ type: 'int' })
  position: number;

  /** The first day of what it brings. */
  @Column({ name: 'on_day', type: 'date' })
  onDay: string;

  /** RegistryChange of the contract. */
  @Column({ type: 'jsonb' })
  change: unknown;

  /** The document that orders it. */
  @Column({ type: 'text', nullable: true })
  document: string | null;

  @Column({ type: 'boolean', default: true })
  confirmed: boolean;

  @Column({ name: 'recorded_by', type: 'uuid' })
  @ForeignKey('PersonEntity', { name: 'unit_event_recorded_by_fkey' })
  recordedBy: string;

  @Column({ name: 'recorded_at', type: 'timestamptz', default: () => 'now()' })
  recordedAt: Date;
}
