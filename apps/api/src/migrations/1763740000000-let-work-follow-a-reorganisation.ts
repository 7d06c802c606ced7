import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Work passes to the successor of its unit, and the unit as it was signed stays beside it; which units an instance had on an
 * earlier day is kept by passage, so that a report on that day still shows them.
 */
export class LetWorkFollowAReorganisation1763740000000 implements MigrationInterface {
  readonly name = 'LetWorkFollowAReorganisation1763740000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table instance add column origin_unit_id text,
        add constraint instance_origin_unit_fkey foreign key (origin_unit_id) references unit (id);
      alter table budget_line add column origin_unit_id text,
        add constraint budget_line_origin_fkey foreign key (origin_unit_id) references unit (id);

      create table reorganisation (
        id uuid not null default new_id(),
        effective_on date not null,
        applied_on date not null,
        at timestamptz not null default now(),
        person_id uuid not null,
        unit_id text not null,
        post text not null,
        document text,
        decisions jsonb not null,
        outcome jsonb not null,
        constraint reorganisation_pkey primary key (id),
        constraint reorganisation_person_fkey foreign key (person_id) references person (id),
        constraint reorganisation_unit_fkey foreign key (unit_id) references unit (id)
      );
      create index reorganisation_effective_idx on reorganisation (effective_on);

      create table unit_passage (
        instance_id uuid not null,
        effective_on date not null,
        reorganisation_id uuid not null,
        from_before text not null,
        from_after text not null,
        to_before text not null,
        to_after text not null,
        constraint unit_passage_pkey primary key (instance_id, effective_on, reorganisation_id),
        constraint unit_passage_reorganisation_fkey foreign key (reorganisation_id) references reorganisation (id)
      );
      create index unit_passage_to_before_idx on unit_passage (to_before, effective_on);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table unit_passage, reorganisation;
      alter table budget_line drop column origin_unit_id;
      alter table instance drop column origin_unit_id;`);
  }
}
