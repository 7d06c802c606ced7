import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Invitations, keys of other systems, limits of sign-in, and the security log. */
export class GuardTheDoor1795276000000 implements MigrationInterface {
  readonly name = 'GuardTheDoor1795276000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table person
        alter column password_hash drop not null,
        add column email text,
        add column disabled_at timestamptz,
        add column version int not null default 0;

      create table invitation (
        token_hash bytea not null,
        person_id uuid not null,
        created_by_person_id uuid,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        used_at timestamptz,
        constraint invitation_pkey primary key (token_hash),
        constraint invitation_person_fkey foreign key (person_id) references person (id)
      );
      create index invitation_person_idx on invitation (person_id);

      create table known_browser (
        token_hash bytea not null,
        person_id uuid not null,
        created_at timestamptz not null default now(),
        constraint known_browser_pkey primary key (token_hash),
        constraint known_browser_person_fkey foreign key (person_id) references person (id)
      );

      create table sign_in_tries (
        key text not null,
        tries int not null,
        since timestamptz not null,
        constraint sign_in_tries_pkey primary key (key)
      );
      create index sign_in_tries_since_idx on sign_in_tries (since);

      create table api_token (
        id uuid not null default new_id(),
        token_hash bytea not null,
        person_id uuid not null,
        post_holding_id uuid not null,
        name text not null,
        scopes text[] not null,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        used_at timestamptz,
        revoked_at timestamptz,
        constraint api_token_pkey primary key (id),
        constraint api_token_person_fkey foreign key (person_id) references person (id),
        constraint api_token_post_holding_fkey foreign key (post_holding_id) references post_holding (id)
      );
      create unique index api_token_hash_key on api_token (token_hash);
      create index api_token_person_idx on api_token (person_id);

      create table security_event (
        id bigint generated always as identity,
        at timestamptz not null default now(),
        kind text not null,
        person_id uuid,
        on_behalf_of_id uuid,
        username text,
        unit_id text,
        post text,
        address text,
        request text,
        code text,
        about text,
        constraint security_event_pkey primary key (id)
      );
      create index security_event_kind_idx on security_event (kind, id);
      create trigger security_event_append_only before update or delete on security_event
        for each statement execute function refuse_change();
      create trigger security_event_no_truncate before truncate on security_event
        for each statement execute function refuse_truncate();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table security_event, api_token, sign_in_tries, known_browser, invitation;
      alter table person drop column email, drop column disabled_at, drop column version;`);
  }
}
