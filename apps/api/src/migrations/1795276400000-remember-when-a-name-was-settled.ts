import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A name settled in one plan is taken for the next, with who settled it and when. */
export class RememberWhenANameWasSettled1795276400000 implements MigrationInterface {
  readonly name = 'RememberWhenANameWasSettled1795276400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table plan_name add column settled_at timestamptz not null default now()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table plan_name drop column settled_at');
  }
}
