import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A line of an estimate. Money is whole đồng. */
@Entity('budget_line')
@Check('budget_line_amount_check', 'amount_vnd = quantity * unit_price_vnd')
export class BudgetLineEntity {
  @PrimaryColumn({ name: 'budget_id', type: 'uuid', primaryKeyConstraintName: 'budget_line_pkey' })
  @ForeignKey('InstanceEntity', { name: 'budget_line_budget_fkey' })
  budgetId: string;

  @PrimaryColumn({ type: 'smallint', primaryKeyConstraintName: 'budget_line_pkey' })
  position: number;

  @Column({ type: 'text' })
  content: string;

  @Column({ name: 'unit_of_measure', type: 'text' })
  unitOfMeasure: string;

  @Column({ type: 'int' })
  quantity: number;

  @Column({ name: 'unit_price_vnd', type: 'bigint' })
  unitPriceVnd: string;

  @Column({ name: 'amount_vnd', type: 'bigint' })
  amountVnd: string;

  @Column({ name: 'beneficiary_unit_id', type: 'text' })
  @ForeignKey('UnitEntity', { name: 'budget_line_beneficiary_fkey' })
  beneficiaryUnitId: string;

  /** The unit that the line was estimated for, where a successor is paid now. */
  @Column({ name: 'origin_unit_id', type: 'text', nullable: true })
  @ForeignKey('UnitEntity', { name: 'budget_line_origin_fkey' })
  originUnitId: string | null;
}
