import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A person who signs in. What the person may do comes from the posts held, never from the person. */
@Entity('person')
@Index('person_username_key', ['username'], { unique: true })
export class PersonEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'person_pkey', default: () => 'new_id()' })
  id: string;

  /** Lower case, NFC. */
  @Column({ type: 'text' })
  username: string;

  @Column({ name: 'full_name', type: 'text' })
  fullName: string;

  /** argon2id in PHC form; of the NFC form of the password. */
  @Column({ name: 'password_hash', type: 'text' })
  passwordHash: string;
}

/** A post that a person holds in a unit, from a day to a day. */
@Entity('post_holding')
@Index('post_holding_person_idx', ['personId'])
export class PostHoldingEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'post_holding_pkey', default: () => 'new_id()' })
  id: string;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('PersonEntity', { name: 'post_holding_person_fkey' })
  personId: string;

  @Column({ name: 'unit_id', type: 'text' })
  @ForeignKey('UnitEntity', { name: 'post_holding_unit_fkey' })
  unitId: string;

  @Column({ type: 'text' })
  post: string;

  @Column({ name: 'valid_from', type: 'date', nullable: true })
  validFrom: string | null;

  @Column({ name: 'valid_to', type: 'date', nullable: true })
  validTo: string | null;
}

/** A signed-in browser. Only the hash of its token is stored. */
@Entity('session')
@Index('session_expires_idx', ['expiresAt'])
export class SessionEntity {
  @PrimaryColumn({ name: 'token_hash', type: 'bytea', primaryKeyConstraintName: 'session_pkey' })
  tokenHash: Buffer;

  @Column({ name: 'post_holding_id', type: 'uuid' })
  @ForeignKey('PostHoldingEntity', { name: 'session_post_holding_fkey' })
  postHoldingId: string;

  @Column({ name: 'csrf_token', type: 'text' })
  csrfToken: string;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt: Date;
}
