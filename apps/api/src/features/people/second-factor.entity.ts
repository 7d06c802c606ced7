import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The authenticator of a person. */
@Entity('second_factor')
export class SecondFactorEntity {
  @PrimaryColumn({ name: 'person_id', type: 'uuid', primaryKeyConstraintName: 'second_factor_pkey' })
  @ForeignKey('PersonEntity', { name: 'second_factor_person_fkey' })
  personId: string;

  /** Sealed with the secret key of the installation. */
  @Column({ type: 'bytea' })
  secret: Buffer;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  /** Null until a first code showed that the authenticator has it. */
  @Column({ name: 'confirmed_at', type: 'timestamptz', nullable: true })
  confirmedAt: Date | null;

  /** The last step of time whose code was taken: the same code opens nothing twice. */
  @Column({ name: 'last_step', type: 'bigint', default: 0 })
  lastStep: string;
}

/** A code for the day the device is lost. Only its keyed fingerprint is stored. */
@Entity('recovery_code')
@Index('recovery_code_person_idx', ['personId'])
export class RecoveryCodeEntity {
  @PrimaryColumn({ type: 'bytea', primaryKeyConstraintName: 'recovery_code_pkey' })
  fingerprint: Buffer;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('PersonEntity', { name: 'recovery_code_person_fkey' })
  personId: string;

  @Column({ name: 'used_at', type: 'timestamptz', nullable: true })
  usedAt: Date | null;
}
