import type { MigrationInterface, QueryRunner } from 'typeorm';

const mine = (column: string) => `${column} in (select unnest(acting_units()))`;

/**
 * Which units have a part in a plan, kept by the database as the parts begin: asking the work itself for every row of a plan would cost
 * a walk through it. A unit whose parts passed to another one keeps its row; what it may read is asked of the work besides.
 */
const planUnits = `
create table plan_unit (
  plan_id uuid not null,
  unit_id text not null,
  constraint plan_unit_pkey primary key (unit_id, plan_id),
  constraint plan_unit_plan_fkey foreign key (plan_id) references plan (id) on delete cascade,
  constraint plan_unit_unit_fkey foreign key (unit_id) references unit (id)
);
create index plan_unit_plan_idx on plan_unit (plan_id);
insert into plan_unit (plan_id, unit_id)
select plan_id, to_unit_id from instance union select plan_id, from_unit_id from instance
union select b.plan_id, l.beneficiary_unit_id from budget_line l join instance b on b.id = l.budget_id;

create function keep_units_of_born_parts() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into plan_unit (plan_id, unit_id)
  select plan_id, to_unit_id from born union select plan_id, from_unit_id from born
  on conflict do nothing;
  return null;
end $$;
create trigger instance_units_kept after insert on instance referencing new table as born
  for each statement execute function keep_units_of_born_parts();

create function keep_units_of_passed_part() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into plan_unit (plan_id, unit_id) values (new.plan_id, new.to_unit_id), (new.plan_id, new.from_unit_id)
  on conflict do nothing;
  return null;
end $$;
create trigger instance_passed_units_kept after update of to_unit_id, from_unit_id on instance for each row
  when (old.to_unit_id is distinct from new.to_unit_id or old.from_unit_id is distinct from new.from_unit_id)
  execute function keep_units_of_passed_part();

create function keep_beneficiaries() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into plan_unit (plan_id, unit_id)
  select b.plan_id, l.beneficiary_unit_id from written l join instance b on b.id = l.budget_id
  on conflict do nothing;
  return null;
end $$;
create trigger budget_line_units_kept after insert on budget_line referencing new table as written
  for each statement execute function keep_beneficiaries();`;

/** Asked once by a statement, with the rights of the owner: a policy that asked a walled table would ask in a circle. */
const plans = `
alter table plan add column shares_progress boolean not null default false;
create function plans_owned() returns setof uuid language sql stable security definer set search_path = public as $$
  select p.id from plan p where ${mine('p.owner_unit_id')}
$$;
create function plans_seen() returns setof uuid language sql stable security definer set search_path = public as $$
  select p.id from plan p where ${mine('p.owner_unit_id')}
  union select u.plan_id from plan_unit u where ${mine('u.unit_id')}
$$;
create function plans_sharing_progress() returns setof uuid language sql stable security definer set search_path = public as $$
  select p.id from plan p where p.shares_progress
    and exists (select from plan_unit u where u.plan_id = p.id and ${mine('u.unit_id')})
$$;
create or replace function has_part_for_units(id uuid, flow text, plan_id uuid) returns boolean language sql stable
  security definer set search_path = public as $$
  select exists (
      select from instance part where part.parent_id = $1 and (${mine('part.to_unit_id')} or ${mine('part.from_unit_id')}))
    or $2 = 'plan' and exists (select from plan_unit u where u.plan_id = $3 and ${mine('u.unit_id')})
    or $2 = 'budget' and exists (
      select from budget_line line where line.budget_id = $1 and ${mine('line.beneficiary_unit_id')})
$$;`;

/** Work that is the business of these units: what a plan shares of the progress of others is no more than its tasks and reports. */
const business = (
  i: string,
) => `${i}to_unit_id = (select (acting_units())[1]) or ${i}from_unit_id = (select (acting_units())[1])
    or ${mine(`${i}to_unit_id`)} or ${mine(`${i}from_unit_id`)}
    or ${i}plan_id in (select plans_owned()) or has_part_for_units(${i}id, ${i}flow, ${i}plan_id)`;
const businessOf = (column: string) => `exists (select from instance i where i.id = ${column} and (${business('i.')}))`;

const changed: Record<string, string> = {
  instance: `${business('')}
    or flow = any(array['task', 'checkpoint']) and plan_id in (select plans_sharing_progress())`,
  history: businessOf('instance_id'),
  evidence: `${mine('unit_id')} or ${businessOf('task_id')}`,
};

const before = `to_unit_id = (select (acting_units())[1]) or from_unit_id = (select (acting_units())[1])
    or ${mine('to_unit_id')} or ${mine('from_unit_id')}
    or plan_id in (select p.id from plan p where ${mine('p.owner_unit_id')}) or has_part_for_units(id, flow, plan_id)`;
const earlier: Record<string, string> = {
  instance: before,
  history: `exists (select from instance i where i.id = instance_id)`,
  evidence: `${mine('unit_id')} or exists (select from instance i where i.id = task_id)`,
};

const ofPlan = 'plan_id in (select plans_seen())';

const added: Record<string, string> = {
  plan: `${mine('owner_unit_id')} or id in (select plans_seen())`,
  plan_unit: mine('unit_id'),
  plan_item: ofPlan,
  doubt: ofPlan,
  plan_name: ofPlan,
  plan_edit: ofPlan,
  plan_version: ofPlan,
  plan_amendment: ofPlan,
  unit_passage: `exists (select from instance i where i.id = instance_id)`,
  // The parties of the work that it proves, the units of the plan that it is; whoever stored it until it is used.
  file: `${mine('unit_id')} or exists (select from evidence e where e.file_id = file.id)
    or exists (select from plan p where p.file_id = file.id)
    or exists (select from plan_amendment a where a.file_id = file.id)`,
};

export class WallOffThePlansOfOthers1795289400000 implements MigrationInterface {
  readonly name = 'WallOffThePlansOfOthers1795289400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(planUnits);
    await runner.query(plans);
    for (const [table, condition] of Object.entries(changed)) {
      await runner.query(`alter policy ${table}_of_units on ${table} using (${condition});`);
    }
    for (const [table, condition] of Object.entries(added)) {
      await runner.query(`
        alter table ${table} enable row level security;
        create policy ${table}_of_units on ${table} to phancong_app using (${condition});
        create policy ${table}_of_engine on ${table} to phancong_worker using (true) with check (true);`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, condition] of Object.entries(earlier)) {
      await runner.query(`alter policy ${table}_of_units on ${table} using (${condition});`);
    }
    for (const table of Object.keys(added)) {
      await runner.query(`
        drop policy ${table}_of_engine on ${table};
        drop policy ${table}_of_units on ${table};
        alter table ${table} disable row level security;`);
    }
    await runner.query(`
      create or replace function has_part_for_units(id uuid, flow text, plan_id uuid) returns boolean language sql stable
        security definer set search_path = public as $$
        select exists (
          select from instance part where part.parent_id = $1 and (${mine('part.to_unit_id')} or ${mine('part.from_unit_id')}))
        or $2 = 'plan' and exists (select from instance work where work.plan_id = $3 and ${mine('work.to_unit_id')})
        or $2 = 'budget' and exists (
          select from budget_line line where line.budget_id = $1 and ${mine('line.beneficiary_unit_id')})
      $$;
      drop function plans_owned, plans_seen, plans_sharing_progress;
      drop trigger instance_units_kept on instance;
      drop trigger instance_passed_units_kept on instance;
      drop trigger budget_line_units_kept on budget_line;
      drop function keep_units_of_born_parts, keep_units_of_passed_part, keep_beneficiaries;
      drop table plan_unit;
      alter table plan drop column shares_progress;`);
  }
}
