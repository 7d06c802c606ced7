import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sign-in at the agency's identity server: who is meant by its subjects, who is on the way there, and which posts it gives. */
export class LetTheIdentityServerVouch1795285800000 implements MigrationInterface {
  readonly name = 'LetTheIdentityServerVouch1795285800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity_link (
        issuer text not null,
        subject text not null,
        person_id uuid not null,
        linked_at timestamptz not null default now(),
        constraint identity_link_pkey primary key (issuer, subject),
        constraint identity_link_person_fkey foreign key (person_id) references person (id)
      );
      create unique index identity_link_person_key on identity_link (issuer, person_id);

      create table identity_try (
        state_hash bytea not null,
        browser_hash bytea not null,
        nonce text not null,
        verifier text not null,
        next text not null,
        expires_at timestamptz not null,
        constraint identity_try_pkey primary key (state_hash)
      );
      create index identity_try_expires_idx on identity_try (expires_at);

      alter table session add column by_identity boolean not null default false;
      alter table post_holding add column given_by text not null default 'person';
      alter table post_holding add constraint post_holding_given_by_check
        check (given_by in ('person', 'identityServer', 'workbook'));`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table post_holding drop constraint post_holding_given_by_check, drop column given_by;
      alter table session drop column by_identity;
      drop table identity_try, identity_link;`);
  }
}
