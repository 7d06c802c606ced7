import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an office records of its units, and what that makes of a unit: earlier names, contact points, who decides on its work. */
export class KeepTheHistoryOfUnits1763741000000 implements MigrationInterface {
  readonly name = 'KeepTheHistoryOfUnits1763741000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table unit add column earlier jsonb not null default '[]', add column contact jsonb,
        add column pass_on text not null default 'successor';
      create table unit_event (
        id uuid not null default new_id(),
        position int not null,
        on_day date not null,
        change jsonb not null,
        document text,
        confirmed boolean not null default true,
        recorded_by uuid not null,
        recorded_at timestamptz not null default now(),
        constraint unit_event_pkey primary key (id),
        constraint unit_event_recorded_by_fkey foreign key (recorded_by) references person (id)
      );
      create trigger unit_event_append_only before update or delete on unit_event
        for each statement execute function refuse_change();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table unit_event;
      alter table unit drop column pass_on, drop column contact, drop column earlier;`);
  }
}
