import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A row carries the hash of the row before it in its chain. The hash covers every column but itself. A column added later goes
 * to the end of the list as 'name:' || value: where it is null it is skipped, so that older rows keep their hashes.
 */
const hashes = `
create function history_hash(previous bytea, h history) returns bytea language sql stable as $$
  select sha256(
    coalesce(previous, '') || uuid_send(h.instance_id) || int4send(h.version) || timestamptz_send(h.at) ||
    convert_to(concat_ws(E'\\x1f', h.on_day - date '2000-01-01', coalesce(h.person_id::text, ''), coalesce(h.unit_id, ''),
      coalesce(h.post, ''), h.event, h.payload::text, coalesce(h.from_state, ''), h.to_state,
      'on_behalf_of_id:' || h.on_behalf_of_id, 'origin:' || h.origin), 'UTF8'))
$$;
create function audit_entry_hash(previous bytea, e audit_entry) returns bytea language sql stable as $$
  select sha256(
    coalesce(previous, '') || uuid_send(e.id) || int4send(e.number) || timestamptz_send(e.at) ||
    convert_to(concat_ws(E'\\x1f', e.subject_kind, e.subject_id, e.on_day - date '2000-01-01', coalesce(e.person_id::text, ''),
      coalesce(e.unit_id, ''), coalesce(e.post, ''), e.action, coalesce(e.before::text, ''), coalesce(e.after::text, ''),
      'on_behalf_of_id:' || e.on_behalf_of_id, 'origin:' || e.origin), 'UTF8'))
$$;`;

/** Rows of one chain are written in the order of their numbers; a row that leaves a gap is a fault of the writer. */
const triggers = `
create function chain_history() returns trigger language plpgsql as $$
declare previous bytea;
begin
  if new.version > 0 then
    select hash into previous from history where instance_id = new.instance_id and version = new.version - 1;
    if not found and exists (select from history where instance_id = new.instance_id) then
      raise exception 'history of % has no row % before row %', new.instance_id, new.version - 1, new.version;
    end if;
  end if;
  new.at := clock_timestamp();
  new.hash := history_hash(previous, new);
  return new;
end $$;
create trigger history_chain before insert on history for each row execute function chain_history();

create function chain_audit_entry() returns trigger language plpgsql as $$
declare previous record;
begin
  perform pg_advisory_xact_lock(hashtextextended(new.subject_kind || ' ' || new.subject_id, 7002027));
  select number, hash into previous from audit_entry
  where subject_kind = new.subject_kind and subject_id = new.subject_id order by number desc limit 1;
  new.number := coalesce(previous.number, 0) + 1;
  new.at := clock_timestamp();
  new.hash := audit_entry_hash(previous.hash, new);
  return new;
end $$;
create trigger audit_entry_chain before insert on audit_entry for each row execute function chain_audit_entry();

create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end $$;
create trigger audit_entry_append_only before update or delete on audit_entry
  for each statement execute function refuse_change();
create trigger audit_seal_append_only before update or delete on audit_seal
  for each statement execute function refuse_change();

-- An instant before which every row of the record is committed: writers under way are waited for, new ones get a later time.
create function close_the_record() returns timestamptz language plpgsql security definer set lock_timeout = '2s' as $$
begin
  lock table history, audit_entry in share mode;
  return clock_timestamp();
end $$;

-- A demonstration may be cleared and built anew; a record of real work may not.
create function refuse_truncate() returns trigger language plpgsql as $$
declare written boolean;
begin
  execute format('select exists (select from %I)', tg_table_name) into written;
  if written and not exists (select from demonstration_clock) then
    raise exception '% is append-only', tg_table_name;
  end if;
  return null;
end $$;
create trigger history_no_truncate before truncate on history for each statement execute function refuse_truncate();
create trigger audit_entry_no_truncate before truncate on audit_entry for each statement execute function refuse_truncate();
create trigger audit_seal_no_truncate before truncate on audit_seal for each statement execute function refuse_truncate();`;

const tables = `
alter table history add column on_behalf_of_id uuid, add column origin text, add column hash bytea;
create index history_at_idx on history (at);

create table audit_entry (
  id uuid not null default new_id(),
  subject_kind text not null,
  subject_id text not null,
  number int not null,
  at timestamptz not null default now(),
  on_day date not null,
  person_id uuid,
  on_behalf_of_id uuid,
  unit_id text,
  post text,
  origin text,
  action text not null,
  before jsonb,
  after jsonb,
  hash bytea not null,
  constraint audit_entry_pkey primary key (id)
);
create unique index audit_entry_chain_key on audit_entry (subject_kind, subject_id, number);
create index audit_entry_at_idx on audit_entry (at);

create table audit_seal (
  number int not null,
  until timestamptz not null,
  rows bigint not null,
  digest bytea not null,
  head bytea not null,
  contents bytea not null,
  sealed_at timestamptz not null default now(),
  constraint audit_seal_pkey primary key (number)
);
-- Read in slices when a seal is broken.
alter table audit_seal alter column contents set storage external;`;

/** Rows written before the chains were there get their hashes in the order of their numbers. */
const backfill = `
alter table history disable trigger history_append_only;
do $$
declare
  row history;
  previous history;
begin
  for row in select * from history order by instance_id, version loop
    row.hash := history_hash(
      case when previous.instance_id = row.instance_id and previous.version = row.version - 1 then previous.hash end, row);
    update history set hash = row.hash where instance_id = row.instance_id and version = row.version;
    previous := row;
  end loop;
end $$;
alter table history enable trigger history_append_only;
alter table history alter column hash set not null;`;

/** The record of every change cannot be changed without it being seen (design: docs/decisions on the chained record). */
export class ChainTheHistory1795273952000 implements MigrationInterface {
  readonly name = 'ChainTheHistory1795273952000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [tables, hashes, backfill, triggers]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger history_no_truncate on history;
      drop trigger history_chain on history;
      drop function history_hash;
      drop table audit_seal, audit_entry cascade;
      drop function chain_history;
      drop function chain_audit_entry;
      drop function close_the_record;
      drop function refuse_truncate;
      alter table history drop column hash, drop column origin, drop column on_behalf_of_id;
      drop index if exists history_at_idx;`);
  }
}
