import type { MigrationInterface, QueryRunner } from 'typeorm';

const guard = (type: 'json' | 'jsonb') => `
  alter table own_flow alter column document type ${type} using document::${type};
  create or replace function keep_released_flow() returns trigger language plpgsql as $$
  begin
    if old.machine_version is not null
        and (new.document::text, new.machine_version, new.hash, new.flow, new.unit_id, new.writer_ids)
        is distinct from (old.document::text, old.machine_version, old.hash, old.flow, old.unit_id, old.writer_ids) then
      raise exception 'own flow % % was released and is not changed', old.flow, old.machine_version;
    end if;
    return new;
  end $$;`;

/** States stand in the order in which the office wrote them: jsonb sorts its keys, json keeps them. */
export class KeepTheOrderOfOwnFlows1795289079000 implements MigrationInterface {
  readonly name = 'KeepTheOrderOfOwnFlows1795289079000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(guard('json'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(guard('jsonb'));
  }
}
