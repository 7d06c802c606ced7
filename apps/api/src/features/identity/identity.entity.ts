import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Whom the identity server means by a subject. Its user names may be given to somebody else one day; its subjects never are. */
@Entity('identity_link')
@Index('identity_link_person_key', ['issuer', 'personId'], { unique: true })
export class IdentityLinkEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'identity_link_pkey' })
  issuer: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'identity_link_pkey' })
  subject: string;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('PersonEntity', { name: 'identity_link_person_fkey' })
  personId: string;

  @Column({ name: 'linked_at', type: 'timestamptz', default: () => 'now()' })
  linkedAt: Date;
}

/** Somebody who was sent to the identity server and is not back yet. Gone with his return: an answer is taken once. */
@Entity('identity_try')
@Index('identity_try_expires_idx', ['expiresAt'])
export class IdentityTryEntity {
  /** Of the state, which only the address of his return carries. */
  @PrimaryColumn({ name: 'state_hash', type: 'bytea', primaryKeyConstraintName: 'identity_try_pkey' })
  stateHash: Buffer;

  /** Of the mark in his browser: nobody finishes in it what was begun in another one. */
  @Column({ name: 'browser_hash', type: 'bytea' })
  browserHash: Buffer;

  @Column({ type: 'text' })
  nonce: string;

  @Column({ type: 'text' })
  verifier: string;

  /** The page of this site that he wanted. */
  @Column({ type: 'text' })
  next: string;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt: Date;
}
