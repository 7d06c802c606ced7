import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles belong to the server, not to the database: they may be there already, or be made by another database at this moment. */
const roles = `
do $$
declare name text;
begin
  foreach name in array array['phancong_app', 'phancong_worker'] loop
    if not exists (select from pg_roles where rolname = name) then
      begin
        execute format('create role %I nologin', name);
      exception
        when duplicate_object or unique_violation then null;
        when insufficient_privilege then
          raise exception 'role % is missing / thiếu vai trò %: create role %; grant % to %', name, name, name, name, current_user;
      end;
    end if;
    if not pg_has_role(current_user, name, 'SET') then execute format('grant %I to %I with set true', name, current_user); end if;
  end loop;
end $$;`;

/**
 * People read work, and write only what is no work of others; the engine writes the rest. Nobody changes or removes what is recorded.
 * Tables of later migrations are open to both roles: one that holds work of units needs its own policy.
 */
const rights = `
grant usage on schema public to phancong_app, phancong_worker;
grant select, insert, update, delete on all tables in schema public to phancong_app, phancong_worker;
grant truncate on all tables in schema public to phancong_worker;
alter default privileges in schema public grant select, insert, update, delete on tables to phancong_app, phancong_worker;
alter default privileges in schema public grant truncate on tables to phancong_worker;
revoke insert, update, delete on instance, history, evidence, target, budget_line, due_row, outbox, audit_entry, audit_seal
  from phancong_app;
revoke select on due_row, outbox, audit_seal from phancong_app;
revoke insert, update, delete on notice from phancong_app;
grant update (read_at) on notice to phancong_app;
grant update (withdrawn_reason, withdrawn_at) on evidence to phancong_app;
revoke update, delete on history, audit_entry, audit_seal from phancong_worker;`;

/** The units whose work may be seen; the first is that of the person who asks. Unset, as on a fresh connection: none. */
const units = `
create function acting_units() returns text[] language sql stable parallel safe as $$
  select coalesce(nullif(current_setting('phancong.units', true), ''), '{}')::text[]
$$;`;

const mine = (column: string) => `${column} in (select unnest(acting_units()))`;
const ofInstance = (column: string) => `exists (select from instance i where i.id = ${column})`;

/**
 * Looked at with the rights of the owner, since a policy cannot ask its own table: work is shown, beyond its two units, to whoever has a part
 * below it (a coordination, an appraisal, a transfer), a plan to the units that work in it, an estimate to its beneficiaries.
 */
const parts = `
create function has_part_for_units(id uuid, flow text, plan_id uuid) returns boolean language sql stable security definer
  set search_path = public as $$
  select exists (
      select from instance part where part.parent_id = $1 and (${mine('part.to_unit_id')} or ${mine('part.from_unit_id')}))
    or $2 = 'plan' and exists (
      select from plan_item item join instance work on work.plan_id = item.plan_id and work.item_id = item.id
        and work.flow = any(array['task', 'coordination', 'handoff', 'budget', 'appraisal', 'transfer'])
        and work.to_unit_id = any(acting_units())
      where item.plan_id = $3)
    or $2 = 'budget' and exists (
      select from budget_line line where line.budget_id = $1 and ${mine('line.beneficiary_unit_id')})
$$;
create function sees_whole_budget(budget_id uuid) returns boolean language sql stable security definer
  set search_path = public as $$
  select exists (
    select from instance b join plan p on p.id = b.plan_id
    where b.id = $1 and (${mine('b.to_unit_id')} or ${mine('b.from_unit_id')} or ${mine('p.owner_unit_id')}
      or exists (select from instance part where part.parent_id = b.id
                 and (${mine('part.to_unit_id')} or ${mine('part.from_unit_id')}))))
$$;`;

/** A row of work is seen by both its units, by the owner of its plan, and by who stands above one of them. */
const policies: Record<string, string> = {
  // One's own unit first: most rows that are read end there, at the price of a comparison.
  instance: `to_unit_id = (select (acting_units())[1]) or from_unit_id = (select (acting_units())[1])
    or ${mine('to_unit_id')} or ${mine('from_unit_id')}
    or plan_id in (select p.id from plan p where ${mine('p.owner_unit_id')}) or has_part_for_units(id, flow, plan_id)`,
  history: ofInstance('instance_id'),
  evidence: `${mine('unit_id')} or ${ofInstance('task_id')}`,
  target: ofInstance('task_id'),
  budget_line: `${mine('beneficiary_unit_id')} or sees_whole_budget(budget_id)`,
  notice: `unit_id = (acting_units())[1]`,
};

/** The board counts from its index alone: the policy must find both units there. */
const boardIndex = (more: string) => `
drop index instance_board_idx;
create index instance_board_idx on instance (plan_id, flow, item_id, to_unit_id)
  include (phase, standing, due_on, done_on${more});`;

/** The second wall: a statement that forgets to ask for whom still shows nothing of others. */
export class WallOffTheWorkOfOthers1795275683000 implements MigrationInterface {
  readonly name = 'WallOffTheWorkOfOthers1795275683000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [roles, rights, units, parts, boardIndex(', from_unit_id, id')])
      await runner.query(statements);
    for (const [table, condition] of Object.entries(policies)) {
      await runner.query(`
        alter table ${table} enable row level security;
        create policy ${table}_of_units on ${table} to phancong_app using (${condition});
        create policy ${table}_of_engine on ${table} to phancong_worker using (true) with check (true);`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(policies)) {
      await runner.query(`
        drop policy ${table}_of_engine on ${table};
        drop policy ${table}_of_units on ${table};
        alter table ${table} disable row level security;`);
    }
    await runner.query(boardIndex(''));
    await runner.query(`
      drop function has_part_for_units;
      drop function sees_whole_budget;
      drop function acting_units;
      alter default privileges in schema public revoke all on tables from phancong_app, phancong_worker;
      revoke all on all tables in schema public from phancong_app, phancong_worker;
      revoke usage on schema public from phancong_app, phancong_worker;`);
  }
}
