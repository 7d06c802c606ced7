import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A signature for each daily head, by a key that is not in the database. It only grows. */
export class SignTheSeals1795291200000 implements MigrationInterface {
  readonly name = 'SignTheSeals1795291200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit_signature (
        number int not null,
        signature bytea not null,
        signed_at timestamptz not null default now(),
        constraint audit_signature_pkey primary key (number)
      );
      -- Sealed before there were signatures: known to have none.
      insert into audit_signature (number, signature) select number, '' from audit_seal;
      create trigger audit_signature_append_only before update or delete on audit_signature
        for each statement execute function refuse_change();
      create trigger audit_signature_no_truncate before truncate on audit_signature
        for each statement execute function refuse_truncate();
      alter table audit_signature enable row level security;
      revoke all on audit_signature from phancong_app;
      revoke update, delete on audit_signature from phancong_worker;
      create policy audit_signature_of_engine on audit_signature to phancong_worker using (true) with check (true);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table audit_signature;');
  }
}
