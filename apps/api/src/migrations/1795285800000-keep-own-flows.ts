import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Flows that an office makes itself: drafts, and released versions that are never changed again. */
const tables = `
create table own_flow (
  id uuid not null default new_id(),
  flow text not null,
  unit_id text,
  state text not null,
  edition int not null,
  document jsonb not null,
  diagram jsonb,
  machine_version smallint,
  hash text,
  writer_ids uuid[] not null,
  changed_by uuid not null,
  changed_at timestamptz not null default now(),
  submitted_by uuid,
  settled_by uuid,
  settled_at timestamptz,
  return_reason text,
  created_at timestamptz not null default now(),
  constraint own_flow_pkey primary key (id),
  constraint own_flow_unit_fkey foreign key (unit_id) references unit (id),
  constraint own_flow_changed_by_fkey foreign key (changed_by) references person (id),
  constraint own_flow_submitted_by_fkey foreign key (submitted_by) references person (id),
  constraint own_flow_settled_by_fkey foreign key (settled_by) references person (id),
  constraint own_flow_version_check check ((state in ('released', 'replaced', 'stopped')) = (machine_version is not null)),
  -- Whoever wrote a flow does not let it loose on others.
  constraint own_flow_second_person_check check (machine_version is null or (settled_by is not null and settled_by <> all (writer_ids)))
);
create unique index own_flow_version_key on own_flow (flow, machine_version);
create unique index own_flow_released_key on own_flow (flow, unit_id) nulls not distinct where state = 'released';
create index own_flow_changed_idx on own_flow (changed_at);`;

/** What was released stays as it is; only its state changes, when another version takes its place. */
const guard = `
create function keep_released_flow() returns trigger language plpgsql as $$
begin
  if old.machine_version is not null and (new.document, new.machine_version, new.hash, new.flow, new.unit_id, new.writer_ids)
      is distinct from (old.document, old.machine_version, old.hash, old.flow, old.unit_id, old.writer_ids) then
    raise exception 'own flow % % was released and is not changed', old.flow, old.machine_version;
  end if;
  return new;
end $$;
create trigger own_flow_kept before update on own_flow for each row execute function keep_released_flow();

create function record_own_flow() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into audit_entry (subject_kind, subject_id, on_day, person_id, unit_id, action, before, after)
  select 'flow', new.id::text, official_today(), new.changed_by,
         coalesce(new.unit_id, (select id from unit where kind = 'agency' and parent_id is null order by id limit 1)),
         case when tg_op = 'INSERT' then 'flowCopied' when new.state is distinct from old.state then 'flow' || initcap(new.state)
           else 'flowChanged' end,
         case when tg_op = 'UPDATE' then to_jsonb(old) - 'diagram' end, to_jsonb(new) - 'diagram';
  return null;
end $$;
create trigger own_flow_recorded after insert or update on own_flow for each row execute function record_own_flow();`;

const wall = `
revoke insert, update, delete on own_flow from phancong_app;
revoke delete on own_flow from phancong_worker;
alter table own_flow enable row level security;
create policy own_flow_of_units on own_flow to phancong_app
  using (unit_id is null or unit_id in (select unnest(acting_units())));
create policy own_flow_of_engine on own_flow to phancong_worker using (true) with check (true);`;

export class KeepOwnFlows1795285800000 implements MigrationInterface {
  readonly name = 'KeepOwnFlows1795285800000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [tables, guard, wall]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table own_flow');
    await runner.query('drop function keep_released_flow, record_own_flow');
  }
}
