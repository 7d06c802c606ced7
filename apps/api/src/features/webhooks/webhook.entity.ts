import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A system that is told of work, within what its unit may see. */
@Entity('webhook_receiver')
export class WebhookReceiverEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'webhook_receiver_pkey' })
  id: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  url: string;

  @Column({ type: 'text', array: true })
  events: string[];

  /** Kinds of work; empty: all. */
  @Column({ type: 'text', array: true })
  flows: string[];

  @Column({ name: 'unit_id', type: 'text' })
  @ForeignKey('UnitEntity', { name: 'webhook_receiver_unit_fkey' })
  unitId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('PersonEntity', { name: 'webhook_receiver_person_fkey' })
  personId: string;

  /** Sealed with the key of the installation: signing takes the secret itself, so that a hash would not do. */
  @Column({ type: 'bytea' })
  secret: Buffer;

  @Column({ name: 'made_at', type: 'timestamptz', default: () => 'now()' })
  madeAt: Date;

  @Column({ name: 'paused_at', type: 'timestamptz', nullable: true })
  pausedAt: Date | null;
}

/** One message to one receiver: waiting, delivered, or dead until a person sends it again. */
@Entity('webhook_delivery')
@Unique('webhook_delivery_once', ['receiverId', 'instanceId', 'version'])
@Index('webhook_delivery_waiting_idx', { synchronize: false })
@Index('webhook_delivery_order_idx', { synchronize: false })
@Index('webhook_delivery_dead_idx', { synchronize: false })
@Index('webhook_delivery_log_idx', { synchronize: false })
export class WebhookDeliveryEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'webhook_delivery_pkey', default: () => 'new_id()' })
  id: string;

  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  seq: string;

  @Column({ name: 'receiver_id', type: 'uuid' })
  @ForeignKey('WebhookReceiverEntity', { name: 'webhook_delivery_receiver_fkey', onDelete: 'CASCADE' })
  receiverId: string;

  /** Null for a message that a person sends to try the receiver. */
  @Column({ name: 'instance_id', type: 'uuid', nullable: true })
  instanceId: string | null;

  @Column({ type: 'int', nullable: true })
  version: number | null;

  @Column({ type: 'text' })
  type: string;

  /** As it is signed, byte by byte the same at each try. */
  @Column({ type: 'text' })
  body: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at: Date;

  @Column({ type: 'smallint', default: 0 })
  attempts: number;

  /** When it may be tried next; while it is under way, when it is taken for lost. */
  @Column({ name: 'try_at', type: 'timestamptz', default: () => 'now()' })
  tryAt: Date;

  @Column({ type: 'jsonb', nullable: true })
  fault: unknown;

  @Column({ name: 'settled_at', type: 'timestamptz', nullable: true })
  settledAt: Date | null;

  @Column({ type: 'boolean', default: false })
  dead: boolean;
}
