import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The list of notices has one line for each day and kind, read from the end of this index. */
export class FindNoticesByDay1795277400000 implements MigrationInterface {
  readonly name = 'FindNoticesByDay1795277400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index notice_day_idx on notice (unit_id, on_day, template)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index notice_day_idx');
  }
}
