import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Delegations; sessions that know their person and sit in one seat at a time; proof that says on whose behalf. */
export class LetPeopleActForEachOther1795274700000 implements MigrationInterface {
  readonly name = 'LetPeopleActForEachOther1795274700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table delegation (
        id uuid not null default new_id(),
        holding_id uuid not null,
        to_person_id uuid not null,
        plan_id uuid,
        valid_from date not null,
        valid_to date not null,
        reason text not null,
        created_by_person_id uuid not null,
        created_at timestamptz not null default now(),
        ended_at timestamptz,
        ended_by_person_id uuid,
        constraint delegation_pkey primary key (id),
        constraint delegation_days_check check (valid_from <= valid_to),
        constraint delegation_holding_fkey foreign key (holding_id) references post_holding (id),
        constraint delegation_to_person_fkey foreign key (to_person_id) references person (id),
        constraint delegation_plan_fkey foreign key (plan_id) references plan (id)
      );
      create index delegation_holding_idx on delegation (holding_id);
      create index delegation_to_person_idx on delegation (to_person_id);

      alter table post_holding add constraint post_holding_days_check check (valid_from <= valid_to);
      create index post_holding_unit_idx on post_holding (unit_id);

      alter table session
        add column id uuid not null default new_id(),
        add column person_id uuid,
        add column delegation_id uuid,
        add column created_at timestamptz not null default now(),
        add column seen_at timestamptz not null default now(),
        add column address text,
        add column user_agent text;
      update session s set person_id = h.person_id from post_holding h where h.id = s.post_holding_id;
      alter table session
        alter column person_id set not null,
        add constraint session_person_fkey foreign key (person_id) references person (id),
        add constraint session_delegation_fkey foreign key (delegation_id) references delegation (id);
      create unique index session_id_key on session (id);
      create index session_person_idx on session (person_id);

      alter table evidence add column on_behalf_of_id uuid;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table evidence drop column on_behalf_of_id;
      alter table session drop column id, drop column person_id, drop column delegation_id, drop column created_at,
        drop column seen_at, drop column address, drop column user_agent;
      drop index post_holding_unit_idx;
      alter table post_holding drop constraint post_holding_days_check;
      drop table delegation;`);
  }
}
