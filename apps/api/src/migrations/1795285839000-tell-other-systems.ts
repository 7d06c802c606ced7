import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = `
create table webhook_receiver (
  id uuid not null,
  name text not null,
  url text not null,
  events text[] not null,
  flows text[] not null,
  unit_id text not null,
  person_id uuid not null,
  secret bytea not null,
  made_at timestamptz not null default now(),
  paused_at timestamptz,
  constraint webhook_receiver_pkey primary key (id),
  constraint webhook_receiver_unit_fkey foreign key (unit_id) references unit (id),
  constraint webhook_receiver_person_fkey foreign key (person_id) references person (id)
);
create table webhook_delivery (
  id uuid not null default new_id(),
  seq bigint generated always as identity,
  receiver_id uuid not null,
  instance_id uuid,
  version int,
  type text not null,
  body text not null,
  at timestamptz not null default now(),
  attempts smallint not null default 0,
  try_at timestamptz not null default now(),
  fault jsonb,
  settled_at timestamptz,
  dead boolean not null default false,
  constraint webhook_delivery_pkey primary key (id),
  constraint webhook_delivery_once unique (receiver_id, instance_id, version),
  constraint webhook_delivery_receiver_fkey foreign key (receiver_id) references webhook_receiver (id) on delete cascade
);
create index webhook_delivery_waiting_idx on webhook_delivery (receiver_id, seq) where settled_at is null;
create index webhook_delivery_order_idx on webhook_delivery (receiver_id, instance_id, seq) where settled_at is null;
create index webhook_delivery_dead_idx on webhook_delivery (receiver_id, settled_at) where dead;
create index webhook_delivery_log_idx on webhook_delivery (receiver_id, seq desc);`;

/** Administrators read, behind the wall, what their units keep; nobody reads a secret there, and the engine alone writes. */
const walls = `
alter table webhook_receiver enable row level security;
alter table webhook_delivery enable row level security;
revoke all on webhook_receiver, webhook_delivery from phancong_app;
grant select (id, name, url, events, flows, unit_id, person_id, made_at, paused_at) on webhook_receiver to phancong_app;
grant select on webhook_delivery to phancong_app;
create policy webhook_receiver_of_units on webhook_receiver to phancong_app
  using (unit_id in (select unnest(acting_units())));
create policy webhook_receiver_of_engine on webhook_receiver to phancong_worker using (true) with check (true);
create policy webhook_delivery_of_units on webhook_delivery to phancong_app
  using (exists (select from webhook_receiver r where r.id = receiver_id));
create policy webhook_delivery_of_engine on webhook_delivery to phancong_worker using (true) with check (true);`;

export class TellOtherSystems1795285839000 implements MigrationInterface {
  readonly name = 'TellOtherSystems1795285839000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(walls);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table webhook_delivery, webhook_receiver');
  }
}
