import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Time-ordered ids keep the indexes compact; PostgreSQL 18 makes them itself, older servers by this expression. */
const ids = `
create function new_id() returns uuid language sql volatile parallel safe as $$
  select encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
      52, 1), 53, 1), 'hex')::uuid
$$;
do $$ begin
  if current_setting('server_version_num')::int >= 180000 then
    execute 'create or replace function new_id() returns uuid language sql volatile parallel safe as ''select uuidv7()''';
  end if;
end $$;`;

const unitsAndPeople = `
create table unit (
  id text not null,
  name text not null,
  short_name text not null,
  name_en text,
  kind text not null,
  parent_id text,
  valid_from date,
  valid_to date,
  code text,
  aliases text[] not null default '{}',
  successor_ids text[] not null default '{}',
  confirmed boolean not null default true,
  constraint unit_pkey primary key (id),
  constraint unit_parent_fkey foreign key (parent_id) references unit (id)
);

create table person (
  id uuid not null default new_id(),
  username text not null,
  full_name text not null,
  password_hash text not null,
  constraint person_pkey primary key (id)
);
create unique index person_username_key on person (username);

create table post_holding (
  id uuid not null default new_id(),
  person_id uuid not null,
  unit_id text not null,
  post text not null,
  valid_from date,
  valid_to date,
  constraint post_holding_pkey primary key (id),
  constraint post_holding_person_fkey foreign key (person_id) references person (id),
  constraint post_holding_unit_fkey foreign key (unit_id) references unit (id)
);
create index post_holding_person_idx on post_holding (person_id);

create table session (
  token_hash bytea not null,
  post_holding_id uuid not null,
  csrf_token text not null,
  expires_at timestamptz not null,
  constraint session_pkey primary key (token_hash),
  constraint session_post_holding_fkey foreign key (post_holding_id) references post_holding (id)
);
create index session_expires_idx on session (expires_at);`;

const plans = `
create table file (
  id uuid not null default new_id(),
  sha256 bytea not null,
  name text not null,
  media_type text not null,
  size int not null,
  bytes bytea not null,
  unit_id text not null,
  person_id uuid not null,
  created_at timestamptz not null default now(),
  constraint file_pkey primary key (id),
  constraint file_unit_fkey foreign key (unit_id) references unit (id),
  constraint file_person_fkey foreign key (person_id) references person (id)
);
create index file_sha256_idx on file (sha256);

create table plan (
  id uuid not null default new_id(),
  title text not null,
  number text,
  year int not null,
  owner_unit_id text not null,
  file_id uuid not null,
  document jsonb not null,
  headings jsonb not null default '[]',
  calendar jsonb not null default '[]',
  source jsonb not null default '[]',
  registry_date date,
  created_at timestamptz not null default now(),
  constraint plan_pkey primary key (id),
  constraint plan_owner_unit_fkey foreign key (owner_unit_id) references unit (id),
  constraint plan_file_fkey foreign key (file_id) references file (id)
);
create index plan_owner_idx on plan (owner_unit_id);

create table plan_item (
  id uuid not null default new_id(),
  plan_id uuid not null,
  position int not null,
  ref text not null,
  title text not null,
  text text not null,
  unit_of_measure text,
  leads text[] not null,
  coordinators text[] not null,
  timing jsonb not null,
  targets jsonb not null,
  read jsonb not null,
  version int not null default 0,
  constraint plan_item_pkey primary key (id),
  constraint plan_item_plan_fkey foreign key (plan_id) references plan (id)
);
create unique index plan_item_position_key on plan_item (plan_id, position);

create table doubt (
  id uuid not null default new_id(),
  plan_id uuid not null,
  item_id uuid,
  position int not null,
  doubt jsonb not null,
  settled_at timestamptz,
  settled_value jsonb,
  settled_by uuid,
  constraint doubt_pkey primary key (id),
  constraint doubt_plan_fkey foreign key (plan_id) references plan (id),
  constraint doubt_item_fkey foreign key (item_id) references plan_item (id),
  constraint doubt_settled_by_fkey foreign key (settled_by) references person (id)
);
create index doubt_plan_idx on doubt (plan_id, position);

create table plan_name (
  plan_id uuid not null,
  name text not null,
  unit_ids text[] not null,
  settled_by uuid not null,
  constraint plan_name_pkey primary key (plan_id, name),
  constraint plan_name_plan_fkey foreign key (plan_id) references plan (id),
  constraint plan_name_settled_by_fkey foreign key (settled_by) references person (id)
);`;

const work = `
create table instance (
  id uuid not null default new_id(),
  flow text not null,
  machine_version smallint not null,
  state text not null,
  phase text not null,
  snapshot jsonb not null,
  version int not null default 0,
  plan_id uuid not null,
  item_id uuid,
  parent_id uuid,
  from_unit_id text not null,
  to_unit_id text not null,
  holder_unit_id text,
  title text,
  period_label text,
  starts_on date,
  due_on date,
  signed_due_on date,
  done_on date,
  standing boolean not null default false,
  created_at timestamptz not null default now(),
  constraint instance_pkey primary key (id),
  constraint instance_holder_check check (holder_unit_id is null or holder_unit_id in (from_unit_id, to_unit_id)),
  constraint instance_plan_fkey foreign key (plan_id) references plan (id),
  constraint instance_from_unit_fkey foreign key (from_unit_id) references unit (id),
  constraint instance_to_unit_fkey foreign key (to_unit_id) references unit (id)
) with (fillfactor = 85);
-- Whose move is it, nearest deadline first: the home screen of every unit.
create index instance_inbox_idx on instance (holder_unit_id, (coalesce(due_on, '9999-12-31'::date)), id)
  where holder_unit_id is not null;
-- What a unit was asked for, and what it asked for.
create index instance_to_idx on instance (to_unit_id, flow, phase, (coalesce(due_on, '9999-12-31'::date)), id);
create index instance_from_idx on instance (from_unit_id, flow, phase, (coalesce(due_on, '9999-12-31'::date)), id)
  where flow not in ('task', 'checkpoint');
-- The plan table and the unit × row matrix count from this index alone.
create index instance_board_idx on instance (plan_id, flow, item_id, to_unit_id)
  include (phase, standing, due_on, done_on);
create index instance_parent_idx on instance (parent_id) where parent_id is not null;

create table history (
  instance_id uuid not null,
  version int not null,
  at timestamptz not null default now(),
  on_day date not null,
  person_id uuid,
  unit_id text,
  post text,
  event text not null,
  payload jsonb not null,
  from_state text,
  to_state text not null,
  constraint history_pkey primary key (instance_id, version)
);
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'history is append-only';
end $$;
create trigger history_append_only before update or delete on history
  for each statement execute function refuse_change();

create table due_row (
  instance_id uuid not null,
  event text not null,
  fire_on date not null,
  fault text,
  constraint due_row_pkey primary key (instance_id, event)
);
create index due_row_fire_idx on due_row (fire_on, instance_id);

create table outbox (
  id bigint generated always as identity,
  instance_id uuid not null,
  effect jsonb not null,
  by_unit_id text,
  on_day date not null,
  created_at timestamptz not null default now(),
  constraint outbox_pkey primary key (id)
);

create table request (
  person_id uuid not null,
  key text not null,
  fingerprint text not null,
  answer jsonb not null,
  at timestamptz not null default now(),
  constraint request_pkey primary key (person_id, key)
);
create index request_at_idx on request (at);

create table notice (
  outbox_id bigint not null,
  unit_id text not null,
  instance_id uuid not null,
  template text not null,
  by_unit_id text,
  on_day date not null,
  at timestamptz not null default now(),
  read_at timestamptz,
  constraint notice_pkey primary key (outbox_id, unit_id, instance_id, template),
  constraint notice_unit_fkey foreign key (unit_id) references unit (id)
);
create index notice_unit_idx on notice (unit_id, outbox_id desc);

create table demonstration_clock (
  one boolean not null default true,
  today date not null,
  constraint demonstration_clock_pkey primary key (one),
  constraint demonstration_clock_one_check check (one)
);
-- The day that counts in the office: of the demonstration where there is one, else of Asia/Ho_Chi_Minh.
create function official_today() returns date language sql stable as $$
  select coalesce((select today from demonstration_clock), (now() at time zone 'Asia/Ho_Chi_Minh')::date)
$$;`;

const proof = `
create table target (
  id uuid not null default new_id(),
  task_id uuid not null,
  position smallint not null,
  metric text not null,
  min numeric,
  max numeric,
  unit text not null,
  per text,
  period text,
  approx boolean not null default false,
  constraint target_pkey primary key (id),
  constraint target_task_fkey foreign key (task_id) references instance (id)
);
create index target_task_idx on target (task_id);

create table evidence (
  id uuid not null default new_id(),
  task_id uuid not null,
  instance_id uuid not null,
  target_id uuid,
  kind text not null,
  title text not null,
  happened_on date not null,
  place text,
  participants int,
  quantity numeric not null default 1,
  link text,
  file_id uuid,
  note text,
  person_id uuid not null,
  unit_id text not null,
  post text not null,
  recorded_at timestamptz not null default now(),
  withdrawn_reason text,
  withdrawn_at timestamptz,
  constraint evidence_pkey primary key (id),
  constraint evidence_task_fkey foreign key (task_id) references instance (id),
  constraint evidence_instance_fkey foreign key (instance_id) references instance (id),
  constraint evidence_target_fkey foreign key (target_id) references target (id),
  constraint evidence_file_fkey foreign key (file_id) references file (id),
  constraint evidence_person_fkey foreign key (person_id) references person (id),
  constraint evidence_unit_fkey foreign key (unit_id) references unit (id)
);
create index evidence_task_idx on evidence (task_id, happened_on);
create index evidence_target_idx on evidence (target_id);

create table budget_line (
  budget_id uuid not null,
  position smallint not null,
  content text not null,
  unit_of_measure text not null,
  quantity int not null,
  unit_price_vnd bigint not null,
  amount_vnd bigint not null,
  beneficiary_unit_id text not null,
  constraint budget_line_pkey primary key (budget_id, position),
  constraint budget_line_amount_check check (amount_vnd = quantity * unit_price_vnd),
  constraint budget_line_budget_fkey foreign key (budget_id) references instance (id),
  constraint budget_line_beneficiary_fkey foreign key (beneficiary_unit_id) references unit (id)
);`;

export class CreateTheFirstTables1737000000000 implements MigrationInterface {
  readonly name = 'CreateTheFirstTables1737000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [ids, unitsAndPeople, plans, work, proof]) {
      await runner.query(statements);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table budget_line, evidence, target, demonstration_clock, notice, request, outbox, due_row, history, instance,
        plan_name, doubt, plan_item, plan, file, session, post_holding, person, unit;
      drop function official_today;
      drop function refuse_change;
      drop function new_id;`);
  }
}
