import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A one-time link with which a person chooses a password. Only the hash of its token is stored. */
@Entity('invitation')
@Index('invitation_person_idx', ['personId'])
export class InvitationEntity {
  @PrimaryColumn({ name: 'token_hash', type: 'bytea', primaryKeyConstraintName: 'invitation_pkey' })
  tokenHash: Buffer;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('PersonEntity', { name: 'invitation_person_fkey' })
  personId: string;

  @Column({ name: 'created_by_person_id', type: 'uuid', nullable: true })
  createdByPersonId: string | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt: Date;

  @Column({ name: 'used_at', type: 'timestamptz', nullable: true })
  usedAt: Date | null;
}

/** A browser in which the person signed in before: strangers' wrong passwords do not lock it out. */
@Entity('known_browser')
export class KnownBrowserEntity {
  @PrimaryColumn({ name: 'token_hash', type: 'bytea', primaryKeyConstraintName: 'known_browser_pkey' })
  tokenHash: Buffer;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('PersonEntity', { name: 'known_browser_person_fkey' })
  personId: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;
}

/** Tries to sign in since a moment, by account, by address and by known browser. */
@Entity('sign_in_tries')
@Index('sign_in_tries_since_idx', ['since'])
export class SignInTriesEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'sign_in_tries_pkey' })
  key: string;

  @Column({ type: 'int' })
  tries: number;

  @Column({ type: 'timestamptz' })
  since: Date;
}

/** A key of another system. Only its hash is stored. */
@Entity('api_token')
@Index('api_token_hash_key', ['tokenHash'], { unique: true })
@Index('api_token_person_idx', ['personId'])
export class ApiTokenEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'api_token_pkey', default: () => 'new_id()' })
  id: string;

  @Column({ name: 'token_hash', type: 'bytea' })
  tokenHash: Buffer;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('PersonEntity', { name: 'api_token_person_fkey' })
  personId: string;

  @Column({ name: 'post_holding_id', type: 'uuid' })
  @ForeignKey('PostHoldingEntity', { name: 'api_token_post_holding_fkey' })
  postHoldingId: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text', array: true })
  scopes: string[];

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt: Date;

  @Column({ name: 'used_at', type: 'timestamptz', nullable: true })
  usedAt: Date | null;

  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true })
  revokedAt: Date | null;
}

/** A line of the security log; never changed, never removed. */
@Entity('security_event')
@Index('security_event_kind_idx', ['kind', 'id'])
export class SecurityEventEntity {
  @PrimaryColumn({
    type: 'bigint',
    primaryKeyConstraintName: 'security_event_pkey',
    generated: 'identity',
    generatedIdentity: 'ALWAYS',
  })
  id: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at: Date;

  @Column({ type: 'text' })
  kind: string;

  @Column({ name: 'person_id', type: 'uuid', nullable: true })
  personId: string | null;

  @Column({ name: 'on_behalf_of_id', type: 'uuid', nullable: true })
  onBehalfOfId: string | null;

  @Column({ type: 'text', nullable: true })
  username: string | null;

  @Column({ name: 'unit_id', type: 'text', nullable: true })
  unitId: string | null;

  @Column({ type: 'text', nullable: true })
  post: string | null;

  @Column({ type: 'text', nullable: true })
  address: string | null;

  @Column({ type: 'text', nullable: true })
  request: string | null;

  @Column({ type: 'text', nullable: true })
  code: string | null;

  /** The name of what it was about: the person, the key, the unit. */
  @Column({ type: 'text', nullable: true })
  about: string | null;
}
