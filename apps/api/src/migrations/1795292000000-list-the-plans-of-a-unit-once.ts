import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A statement that reads many plans, or joins them, asked for each of them by itself. The plans of a unit are a few hundred rows of one
 * index: read once by a statement, and only where the owner is not one's own unit or one below it.
 */
const owned = `select p.id from plan p where p.owner_unit_id in (select unnest(acting_units()))`;
const listed = `select u.plan_id from plan_unit u where u.unit_id = any((select acting_units())::text[])`;

const ofPlan = ['plan_item', 'doubt', 'plan_name', 'plan_edit', 'plan_version', 'plan_amendment'];

const before = (plan: string) => `exists (
    select from plan_unit u where u.plan_id = ${plan} and u.unit_id = any((select acting_units())::text[]))`;
const mine = `owner_unit_id = (select (acting_units())[1]) or owner_unit_id in (select unnest(acting_units()))`;

export class ListThePlansOfAUnitOnce1795292000000 implements MigrationInterface {
  readonly name = 'ListThePlansOfAUnitOnce1795292000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter policy plan_of_units on plan using (${mine} or id in (${listed}));`);
    for (const table of ofPlan) {
      await runner.query(
        `alter policy ${table}_of_units on ${table} using (plan_id in (${owned}) or plan_id in (${listed}));`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter policy plan_of_units on plan using (${mine} or ${before('plan.id')});`);
    for (const table of ofPlan) {
      await runner.query(`alter policy ${table}_of_units on ${table} using (${before(`${table}.plan_id`)});`);
    }
  }
}
