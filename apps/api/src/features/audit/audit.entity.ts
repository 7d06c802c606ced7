import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A change that is no move of an instance: a settled doubt, an edit of the registry, a sign-in. Never changed, never removed. */
@Entity('audit_entry')
@Index('audit_entry_chain_key', ['subjectKind', 'subjectId', 'number'], { unique: true })
@Index('audit_entry_at_idx', ['at'])
@Index('audit_entry_unit_idx', ['unitId', 'at'])
export class AuditEntryEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'audit_entry_pkey', default: () => 'new_id()' })
  id: string;

  /** What was changed; entries of one subject make one chain. */
  @Column({ name: 'subject_kind', type: 'text' })
  subjectKind: string;

  @Column({ name: 'subject_id', type: 'text' })
  subjectId: string;

  /** Place in the chain, from 1; given by the database. */
  @Column({ type: 'int' })
  number: number;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at: Date;

  @Column({ name: 'on_day', type: 'date' })
  onDay: string;

  @Column({ name: 'person_id', type: 'uuid', nullable: true })
  personId: string | null;

  @Column({ name: 'on_behalf_of_id', type: 'uuid', nullable: true })
  onBehalfOfId: string | null;

  @Column({ name: 'unit_id', type: 'text', nullable: true })
  unitId: string | null;

  @Column({ type: 'text', nullable: true })
  post: string | null;

  @Column({ type: 'text', nullable: true })
  origin: string | null;

  @Column({ type: 'text' })
  action: string;

  @Column({ type: 'jsonb', nullable: true })
  before: unknown;

  @Column({ type: 'jsonb', nullable: true })
  after: unknown;

  /** Of this row and of the row before it in its chain; written by the database. */
  @Column({ type: 'bytea' })
  hash: Buffer;
}

/** The head over all chains at the close of a day: what was written before `until`, and since the seal before. */
@Entity('audit_seal')
export class AuditSealEntity {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'audit_seal_pkey' })
  number: number;

  @Column({ type: 'timestamptz' })
  until: Date;

  @Column({ type: 'bigint' })
  rows: string;

  /** sha256 of the hashes of the rows in the order of their ids and numbers. */
  @Column({ type: 'bytea' })
  digest: Buffer;

  /** sha256 of the head before it, number, until, rows and digest: the line to be kept elsewhere. */
  @Column({ type: 'bytea' })
  head: Buffer;

  /** 28 bytes for each row: id, number, the beginning of its hash. Names the rows when the seal is broken. */
  @Column({ type: 'bytea' })
  contents: Buffer;

  @Column({ name: 'sealed_at', type: 'timestamptz', default: () => 'now()' })
  sealedAt: Date;
}

/** The signature of a daily head. Never changed, never removed. */
@Entity('audit_signature')
export class AuditSignatureEntity {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'audit_signature_pkey' })
  number: number;

  /** Ed25519, over what `signedText` says of the seal. */
  @Column({ type: 'bytea' })
  signature: Buffer;

  @Column({ name: 'signed_at', type: 'timestamptz', default: () => 'now()' })
  signedAt: Date;
}
