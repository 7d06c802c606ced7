import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What open screens were told lately: a screen that lost its line asks for what came after the last one it heard. */
@Entity('live_event')
export class LiveEventEntity {
  @PrimaryColumn({
    type: 'bigint',
    primaryKeyConstraintName: 'live_event_pkey',
    generated: 'identity',
    generatedIdentity: 'ALWAYS',
  })
  id: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at: Date;

  @Column({ type: 'text' })
  kind: string;

  @Column({ name: 'plan_id', type: 'uuid', nullable: true })
  planId: string | null;

  @Column({ name: 'instance_id', type: 'uuid', nullable: true })
  instanceId: string | null;

  /** Units that it concerns; null: everybody. */
  @Column({ name: 'unit_ids', type: 'text', array: true, nullable: true })
  unitIds: string[] | null;
}
