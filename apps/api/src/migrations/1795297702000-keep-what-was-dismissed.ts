import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was given up for good, by whom and why. It only grows; people read it past the wall, asked for their units. */
export class KeepWhatWasDismissed1795297702000 implements MigrationInterface {
  readonly name = 'KeepWhatWasDismissed1795297702000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table dismissed_letter (
        id uuid not null default new_id(),
        letter_id text not null,
        letter jsonb not null,
        unit_ids text[] not null,
        reason text not null,
        person_id uuid not null,
        unit_id text not null,
        dismissed_at timestamptz not null default now(),
        constraint dismissed_letter_pkey primary key (id),
        constraint dismissed_letter_person_fkey foreign key (person_id) references person (id),
        constraint dismissed_letter_unit_fkey foreign key (unit_id) references unit (id)
      );
      create index dismissed_letter_letter_idx on dismissed_letter (letter_id, dismissed_at);
      create index dismissed_letter_at_idx on dismissed_letter (dismissed_at, id);
      create trigger dismissed_letter_append_only before update or delete on dismissed_letter
        for each statement execute function refuse_change();
      alter table dismissed_letter enable row level security;
      revoke all on dismissed_letter from phancong_app;
      revoke update, delete on dismissed_letter from phancong_worker;
      create policy dismissed_letter_of_engine on dismissed_letter to phancong_worker using (true) with check (true);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table dismissed_letter;');
  }
}
