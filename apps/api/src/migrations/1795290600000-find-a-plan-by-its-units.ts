import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A page of an inbox joins the plan of each line: the list of all plans that a unit sees was made for every such statement, and cost more than
 * the page. A probe for the plan of the row costs a microsecond, and the units are read once for the statement.
 */
const among = (plan: string) => `exists (
    select from plan_unit u where u.plan_id = ${plan} and u.unit_id = any((select acting_units())::text[]))`;

const ofPlan = ['plan_item', 'doubt', 'plan_name', 'plan_edit', 'plan_version', 'plan_amendment'];
const mine = `owner_unit_id in (select unnest(acting_units()))`;

export class FindAPlanByItsUnits1795290600000 implements MigrationInterface {
  readonly name = 'FindAPlanByItsUnits1795290600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      insert into plan_unit (plan_id, unit_id) select id, owner_unit_id from plan on conflict do nothing;
      alter policy plan_of_units on plan using (
        owner_unit_id = (select (acting_units())[1]) or ${mine} or ${among('plan.id')});
      alter policy plan_unit_of_units on plan_unit using (unit_id = any((select acting_units())::text[]));`);
    for (const table of ofPlan) {
      await runner.query(`alter policy ${table}_of_units on ${table} using (${among(`${table}.plan_id`)});`);
    }
    await runner.query('drop function plans_seen');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function plans_seen() returns setof uuid language sql stable security definer set search_path = public as $$
        select p.id from plan p where p.owner_unit_id in (select unnest(acting_units()))
        union select u.plan_id from plan_unit u where u.unit_id in (select unnest(acting_units()))
      $$;
      alter policy plan_of_units on plan using (${mine} or id in (select plans_seen()));
      alter policy plan_unit_of_units on plan_unit using (unit_id in (select unnest(acting_units())));`);
    for (const table of ofPlan) {
      await runner.query(`alter policy ${table}_of_units on ${table} using (plan_id in (select plans_seen()));`);
    }
  }
}
