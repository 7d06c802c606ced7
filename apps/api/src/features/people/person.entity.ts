import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

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

  /** argon2id in PHC form; of the NFC form of the password. Null until an invitation is accepted. */
  @Column({ name: 'password_hash', type: 'text', nullable: true })
  passwordHash: string | null;

  @Column({ type: 'text', nullable: true })
  email: string | null;

  /** Set when the person may not sign in any more. */
  @Column({ name: 'disabled_at', type: 'timestamptz', nullable: true })
  disabledAt: Date | null;

  /** Number of changes by administrators; two at once do not overwrite each other. */
  @Column({ type: 'int', default: 0 })
  version: number;
}

/** A post that a person holds in a unit, from a day to a day. */
@Entity('post_holding')
@Index('post_holding_person_idx', ['personId'])
@Index('post_holding_unit_idx', ['unitId'])
@Check('post_holding_days_check', 'valid_from <= valid_to')
@Check('post_holding_given_by_check', `given_by in ('person', 'identityServer', 'workbook')`)
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

  /** Whose list it stands on: what the identity server or a workbook of people gave, the same one takes back. */
  @Column({ name: 'given_by', type: 'text', default: 'person' })
  givenBy: string;
}

/** A signed-in browser. Only the hash of its token is stored. */
@Entity('session')
@Index('session_expires_idx', ['expiresAt'])
@Index('session_id_key', ['id'], { unique: true })
@Index('session_person_idx', ['personId'])
export class SessionEntity {
  @PrimaryColumn({ name: 'token_hash', type: 'bytea', primaryKeyConstraintName: 'session_pkey' })
  tokenHash: Buffer;

  /** Names the session where it is listed and revoked; it opens nothing. */
  @Column({ type: 'uuid', default: () => 'new_id()' })
  id: string;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('PersonEntity', { name: 'session_person_fkey' })
  personId: string;

  /** The delegation that gives the seat; null in a seat of one's own. */
  @Column({ name: 'delegation_id', type: 'uuid', nullable: true })
  @ForeignKey('DelegationEntity', { name: 'session_delegation_fkey' })
  delegationId: string | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  /** Brought up to date every few minutes, not with every request. */
  @Column({ name: 'seen_at', type: 'timestamptz', default: () => 'now()' })
  seenAt: Date;

  @Column({ type: 'text', nullable: true })
  address: string | null;

  @Column({ name: 'user_agent', type: 'text', nullable: true })
  userAgent: string | null;

  @Column({ name: 'post_holding_id', type: 'uuid' })
  @ForeignKey('PostHoldingEntity', { name: 'session_post_holding_fkey' })
  postHoldingId: string;

  @Column({ name: 'csrf_token', type: 'text' })
  csrfToken: string;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt: Date;

  /** The second factor was shown, or the identity server vouches for one. */
  @Column({ type: 'boolean', default: false })
  strong: boolean;

  /** Came in at the identity server: signing out goes there too. */
  @Column({ name: 'by_identity', type: 'boolean', default: false })
  byIdentity: boolean;
}
