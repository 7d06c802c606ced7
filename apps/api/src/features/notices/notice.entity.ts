import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What a unit is told in the application. The sentence is made from the template when it is read. */
@Entity('notice')
@Index('notice_unit_idx', { synchronize: false })
@Index('notice_day_idx', ['unitId', 'onDay', 'template'])
export class NoticeEntity {
  /** The outbox row, the receiver, the instance and the template make the key: delivered twice, it is still one notice. */
  @PrimaryColumn({ name: 'outbox_id', type: 'bigint', primaryKeyConstraintName: 'notice_pkey' })
  outboxId: string;

  @PrimaryColumn({ name: 'unit_id', type: 'text', primaryKeyConstraintName: 'notice_pkey' })
  @ForeignKey('UnitEntity', { name: 'notice_unit_fkey' })
  unitId: string;

  @PrimaryColumn({ name: 'instance_id', type: 'uuid', primaryKeyConstraintName: 'notice_pkey' })
  instanceId: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'notice_pkey' })
  template: string;

  @Column({ name: 'by_unit_id', type: 'text', nullable: true })
  byUnitId: string | null;

  @Column({ name: 'on_day', type: 'date' })
  onDay: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at: Date;

  @Column({ name: 'read_at', type: 'timestamptz', nullable: true })
  readAt: Date | null;
}
