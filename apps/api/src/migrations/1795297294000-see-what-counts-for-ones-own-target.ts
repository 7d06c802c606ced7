import type { MigrationInterface, QueryRunner } from 'typeorm';

const mine = (column: string) => `${column} in (select unnest(acting_units()))`;

const ofTheWork = `${mine('unit_id')} or exists (
  select from instance i where i.id = task_id and (
    i.to_unit_id = (select (acting_units())[1]) or i.from_unit_id = (select (acting_units())[1])
    or ${mine('i.to_unit_id')} or ${mine('i.from_unit_id')}
    or i.plan_id in (select plans_owned()) or has_part_for_units(i.id, i.flow, i.plan_id)))`;

/** A quota goes with the work to another unit; what the earlier unit proved counts on, so whoever owes the quota sees it. */
const ofTheTarget = `exists (
  select from target t join instance i on i.id = t.task_id where t.id = target_id and ${mine('i.to_unit_id')})`;

export class SeeWhatCountsForOnesOwnTarget1795297294000 implements MigrationInterface {
  readonly name = 'SeeWhatCountsForOnesOwnTarget1795297294000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter policy evidence_of_units on evidence using (${ofTheWork} or ${ofTheTarget});`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter policy evidence_of_units on evidence using (${ofTheWork});`);
  }
}
