import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is no move of an instance stands in the same record. The database writes it where the change itself is written, so that
 * no writer can forget it: steps of a review, events of the registry, posts, delegations, sessions.
 */
const writers = `
create function record_plan_edit() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into audit_entry (subject_kind, subject_id, on_day, person_id, unit_id, action, after)
  select 'plan', new.plan_id::text, official_today(), new.person_id, p.owner_unit_id,
         case when tg_op = 'INSERT' then 'planEdited' when new.undone_at is null then 'planEditRedone' else 'planEditUndone' end,
         jsonb_build_object('step', new.number, 'kind', new.kind, 'changes', new.changes)
  from plan p where p.id = new.plan_id;
  return null;
end $$;
create trigger plan_edit_recorded after insert on plan_edit for each row execute function record_plan_edit();
create trigger plan_edit_undo_recorded after update of undone_at on plan_edit for each row
  when (old.undone_at is distinct from new.undone_at) execute function record_plan_edit();

create function record_unit_event() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into audit_entry (subject_kind, subject_id, on_day, person_id, unit_id, action, after)
  values ('registry', 'units', official_today(), new.recorded_by,
          (select unit_id from post_holding where person_id = new.recorded_by order by id limit 1), 'unitEventRecorded',
          jsonb_build_object('onDay', new.on_day, 'change', new.change, 'document', new.document));
  return null;
end $$;
create trigger unit_event_recorded after insert on unit_event for each row execute function record_unit_event();

create function record_post() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into audit_entry (subject_kind, subject_id, on_day, unit_id, action, before, after)
  values ('person', new.person_id::text, official_today(), new.unit_id,
          case when tg_op = 'INSERT' then 'postGiven' else 'postChanged' end,
          case when tg_op = 'UPDATE' then to_jsonb(old) end, to_jsonb(new));
  return null;
end $$;
create trigger post_holding_recorded after insert or update on post_holding for each row execute function record_post();

create function record_delegation() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into audit_entry (subject_kind, subject_id, on_day, person_id, unit_id, post, action, before, after)
  select 'person', h.person_id::text, official_today(),
         case when tg_op = 'INSERT' then new.created_by_person_id else new.ended_by_person_id end, h.unit_id, h.post,
         case when tg_op = 'INSERT' then 'delegated' else 'delegationChanged' end,
         case when tg_op = 'UPDATE' then to_jsonb(old) end, to_jsonb(new)
  from post_holding h where h.id = new.holding_id;
  return null;
end $$;
create trigger delegation_recorded after insert or update on delegation for each row execute function record_delegation();

create function record_session() returns trigger language plpgsql security definer set search_path = public as $$
declare of_session session := case when tg_op = 'DELETE' then old else new end;
begin
  insert into audit_entry (subject_kind, subject_id, on_day, person_id, on_behalf_of_id, unit_id, post, origin, action)
  select 'person', of_session.person_id::text, official_today(), of_session.person_id,
         case when of_session.delegation_id is not null then h.person_id end, h.unit_id, h.post, of_session.address,
         case tg_op when 'INSERT' then 'signedIn' when 'UPDATE' then 'seatTaken' else 'signedOut' end
  from post_holding h where h.id = of_session.post_holding_id;
  return null;
end $$;
create trigger session_begun_recorded after insert on session for each row execute function record_session();
create trigger session_seat_recorded after update of post_holding_id, delegation_id on session for each row
  when (old.post_holding_id is distinct from new.post_holding_id or old.delegation_id is distinct from new.delegation_id)
  execute function record_session();
-- A session that ran out is swept up later; nobody did that.
create trigger session_ended_recorded after delete on session for each row
  when (old.expires_at > now()) execute function record_session();`;

const tables = {
  plan_edit: ['plan_edit_recorded', 'plan_edit_undo_recorded'],
  unit_event: ['unit_event_recorded'],
  post_holding: ['post_holding_recorded'],
  delegation: ['delegation_recorded'],
  session: ['session_begun_recorded', 'session_seat_recorded', 'session_ended_recorded'],
};

export class RecordOtherChanges1795279072000 implements MigrationInterface {
  readonly name = 'RecordOtherChanges1795279072000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(writers);
    await runner.query(`
      create index audit_entry_unit_idx on audit_entry (unit_id, at);
      alter table audit_entry enable row level security;
      create policy audit_entry_of_units on audit_entry to phancong_app using (unit_id in (select unnest(acting_units())));
      create policy audit_entry_of_engine on audit_entry to phancong_worker using (true) with check (true);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy audit_entry_of_engine on audit_entry;
      drop policy audit_entry_of_units on audit_entry;
      alter table audit_entry disable row level security;
      drop index audit_entry_unit_idx;`);
    for (const [table, triggers] of Object.entries(tables)) {
      for (const trigger of triggers) await runner.query(`drop trigger ${trigger} on ${table}`);
    }
    await runner.query(
      'drop function record_plan_edit, record_unit_event, record_post, record_delegation, record_session',
    );
  }
}
