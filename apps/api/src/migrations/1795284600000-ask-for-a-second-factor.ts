import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The authenticator of a person, the codes that replace it, and whether a session has shown it. */
export class AskForASecondFactor1795284600000 implements MigrationInterface {
  readonly name = 'AskForASecondFactor1795284600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table second_factor (
        person_id uuid not null,
        secret bytea not null,
        created_at timestamptz not null default now(),
        confirmed_at timestamptz,
        last_step bigint not null default 0,
        constraint second_factor_pkey primary key (person_id),
        constraint second_factor_person_fkey foreign key (person_id) references person (id)
      );

      create table recovery_code (
        fingerprint bytea not null,
        person_id uuid not null,
        used_at timestamptz,
        constraint recovery_code_pkey primary key (fingerprint),
        constraint recovery_code_person_fkey foreign key (person_id) references person (id)
      );
      create index recovery_code_person_idx on recovery_code (person_id);

      alter table session add column strong boolean not null default false;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table session drop column strong;
      drop table recovery_code, second_factor;`);
  }
}
