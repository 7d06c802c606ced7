import type { MigrationInterface, QueryRunner } from 'typeorm';

const keepVersion = (more: string) => `
create or replace function keep_plan_version(of_plan uuid, why text) returns void language sql as $$
  insert into plan_version (plan_id, number, cause, document, headings, items)
  select p.id, 1 + coalesce((select max(number) from plan_version v where v.plan_id = p.id), 0), why, p.document, p.headings,
    (select coalesce(jsonb_agg(jsonb_build_object(
        'id', i.id, 'position', i.position, 'ref', i.ref, 'title', i.title, 'text', i.text,
        'unitOfMeasure', i.unit_of_measure, 'leads', i.leads, 'coordinators', i.coordinators, 'timing', i.timing,
        'targets', i.targets, 'handsOffTo', i.hands_off_to, 'receivesFrom', i.receives_from, 'approvers', i.approvers${more})
      order by i.position), '[]') from plan_item i where i.plan_id = p.id and i.removed_at is null)
  from plan p where p.id = of_plan
$$;`;

/**
 * What a row leaves behind and what it costs were read, but stood in what was read alone, where nobody saw or corrected them. They become
 * columns of the table like the others, and a version that is kept keeps them.
 */
export class KeepProductAndMoneyOfARow1795297500000 implements MigrationInterface {
  readonly name = 'KeepProductAndMoneyOfARow1795297500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table plan_item add column deliverable text, add column budget_vnd bigint;
      update plan_item set deliverable = read->>'deliverable', budget_vnd = (read->>'budgetVnd')::bigint
      where read ? 'deliverable' or read ? 'budgetVnd';`);
    await runner.query(keepVersion(`, 'deliverable', i.deliverable, 'budgetVnd', i.budget_vnd`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(keepVersion(''));
    await runner.query(`alter table plan_item drop column deliverable, drop column budget_vnd;`);
  }
}
