import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A demonstration whose loading was interrupted is told from a finished one, and cleared at the next start. */
export class MarkTheUnfinishedDemonstration1737000100000 implements MigrationInterface {
  readonly name = 'MarkTheUnfinishedDemonstration1737000100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table demonstration_clock add column finished boolean not null default true');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table demonstration_clock drop column finished');
  }
}
