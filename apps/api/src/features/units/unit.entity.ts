import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A unit of the registry. Units live in time: a successor takes over on the day after `validTo`. */
@Entity('unit')
export class UnitEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'unit_pkey' })
  id: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ name: 'short_name', type: 'text' })
  shortName: string;

  @Column({ name: 'name_en', type: 'text', nullable: true })
  nameEn: string | null;

  @Column({ type: 'text' })
  kind: string;

  @Column({ name: 'parent_id', type: 'text', nullable: true })
  @ForeignKey('UnitEntity', { name: 'unit_parent_fkey' })
  parentId: string | null;

  @Column({ name: 'valid_from', type: 'date', nullable: true })
  validFrom: string | null;

  @Column({ name: 'valid_to', type: 'date', nullable: true })
  validTo: string | null;

  @Column({ type: 'text', nullable: true })
  code: string | null;

  @Column({ type: 'text', array: true, default: () => "'{}'" })
  aliases: string[];

  @Column({ name: 'successor_ids', type: 'text', array: true, default: () => "'{}'" })
  successorIds: string[];

  @Column({ type: 'boolean', default: true })
  confirmed: boolean;

  /** UnitVersion[] of the contract: names, parents and codes of before, oldest first. */
  @Column({ type: 'jsonb', default: () => "'[]'" })
  earlier: unknown;

  /** UnitContact of the contract. */
  @Column({ type: 'jsonb', nullable: true })
  contact: unknown;

  /** successor: its open work goes to the only successor by itself; ask: a person decides. */
  @Column({ name: 'pass_on', type: 'text', default: 'successor' })
  passOn: string;
}
