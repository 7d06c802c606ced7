import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The day on which the demonstration stands: one row, or none on a real installation. */
@Entity('demonstration_clock')
@Check('demonstration_clock_one_check', 'one')
export class DemonstrationClockEntity {
  @PrimaryColumn({ type: 'boolean', default: true, primaryKeyConstraintName: 'demonstration_clock_pkey' })
  one: boolean;

  @Column({ type: 'date' })
  today: string;

  /** False while the demonstration is being loaded. */
  @Column({ type: 'boolean', default: true })
  finished: boolean;
}
