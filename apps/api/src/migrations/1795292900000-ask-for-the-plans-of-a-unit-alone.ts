import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The owner of a plan is among its units: the list of them says all, and asking for the owner besides read the plans a second time. */
const owned = `select p.id from plan p where p.owner_unit_id in (select unnest(acting_units()))`;
const listed = `select u.plan_id from plan_unit u where u.unit_id = any((select acting_units())::text[])`;

const ofPlan = ['plan_item', 'doubt', 'plan_name', 'plan_edit', 'plan_version', 'plan_amendment'];

export class AskForThePlansOfAUnitAlone1795292900000 implements MigrationInterface {
  readonly name = 'AskForThePlansOfAUnitAlone1795292900000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of ofPlan) {
      await runner.query(`alter policy ${table}_of_units on ${table} using (plan_id in (${listed}));`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ofPlan) {
      await runner.query(
        `alter policy ${table}_of_units on ${table} using (plan_id in (${owned}) or plan_id in (${listed}));`,
      );
    }
  }
}
