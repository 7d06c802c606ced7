import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Bytes that somebody uploaded: the plan's own file or a piece of evidence. Never changed after it is stored. */
@Entity('file')
@Index('file_sha256_idx', ['sha256'])
export class FileEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'file_pkey', default: () => 'new_id()' })
  id: string;

  @Column({ type: 'bytea' })
  sha256: Buffer;

  @Column({ type: 'text' })
  name: string;

  @Column({ name: 'media_type', type: 'text' })
  mediaType: string;

  @Column({ type: 'int' })
  size: number;

  @Column({ type: 'bytea' })
  bytes: Buffer;

  @Column({ name: 'unit_id', type: 'text' })
  @ForeignKey('UnitEntity', { name: 'file_unit_fkey' })
  unitId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey('PersonEntity', { name: 'file_person_fkey' })
  personId: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;
}
