import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What could not be delivered is tried again later and, in the end, waits for a person. The hot path writes none of these columns:
 * a row that never failed is in no index but the key.
 */
const outbox = `
alter table outbox
  add column attempts smallint not null default 0,
  add column try_at timestamptz not null default now(),
  add column fault text,
  add column dead_at timestamptz;
create index outbox_failed_idx on outbox (instance_id, id) where attempts > 0;
create index outbox_dead_idx on outbox (dead_at, id) where dead_at is not null;
alter table due_row add column fault_at timestamptz;
create index due_row_fault_idx on due_row (fault_at) where fault is not null;`;

/**
 * What open screens are told, kept for a while, so that a screen that lost its line asks for what it missed. Ids grow in the order
 * of commits: whoever writes holds the lock of their order until then.
 */
const live = `
create table live_event (
  id bigint generated always as identity,
  at timestamptz not null default now(),
  kind text not null,
  plan_id uuid,
  instance_id uuid,
  unit_ids text[],
  constraint live_event_pkey primary key (id)
);
alter table live_event enable row level security;
revoke all on live_event from phancong_app;
create policy live_event_of_engine on live_event to phancong_worker using (true) with check (true);`;

export class DeliverEffectsOneByOne1795284806000 implements MigrationInterface {
  readonly name = 'DeliverEffectsOneByOne1795284806000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(outbox);
    await runner.query(live);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table live_event;
      drop index due_row_fault_idx;
      alter table due_row drop column fault_at;
      drop index outbox_dead_idx;
      drop index outbox_failed_idx;
      alter table outbox drop column dead_at, drop column fault, drop column try_at, drop column attempts;`);
  }
}
