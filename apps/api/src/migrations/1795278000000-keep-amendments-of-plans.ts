import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A document that changes a running plan: what was read from it, and what became of it. */
export class KeepAmendmentsOfPlans1795278000000 implements MigrationInterface {
  readonly name = 'KeepAmendmentsOfPlans1795278000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table plan_amendment (
        id uuid not null default new_id(),
        plan_id uuid not null,
        file_id uuid not null,
        kind text not null,
        document jsonb not null,
        amends jsonb,
        changes jsonb not null,
        items jsonb not null,
        doubts jsonb not null,
        source jsonb not null,
        state text not null,
        created_by uuid not null,
        created_at timestamptz not null default now(),
        settled_by uuid,
        settled_at timestamptz,
        applied jsonb,
        constraint plan_amendment_pkey primary key (id),
        constraint plan_amendment_plan_fkey foreign key (plan_id) references plan (id),
        constraint plan_amendment_file_fkey foreign key (file_id) references file (id),
        constraint plan_amendment_created_by_fkey foreign key (created_by) references person (id),
        constraint plan_amendment_settled_by_fkey foreign key (settled_by) references person (id)
      );
      create index plan_amendment_plan_idx on plan_amendment (plan_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table plan_amendment');
  }
}
