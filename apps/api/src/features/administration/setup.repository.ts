import { Injectable } from '@nestjs/common';

import { Sql, type SqlRunner } from '../../platform/database/sql.js';

const isEmpty = { name: 'is-nobody-there', text: `select not exists (select from person) as empty` };

const listAgencies = {
  name: 'list-agencies',
  text: `
    select id, name from unit
    where kind = 'agency' and official_today() between coalesce(valid_from, '-infinity') and coalesce(valid_to, 'infinity')
    order by name`,
};

const lockPersons = { name: 'lock-persons', text: 'lock table person in share row exclusive mode' };

const insertFirst = {
  name: 'insert-first-administrator',
  text: `
    with added as (insert into person (username, full_name, password_hash) values ($1, $2, $3) returning id)
    insert into post_holding (person_id, unit_id, post) select id, $4, 'administrator' from added returning person_id`,
};

@Injectable()
export class SetupRepository {
  constructor(private readonly sql: Sql) {}

  async isEmpty(runner: SqlRunner = this.sql): Promise<boolean> {
    const [row] = await runner.rows<{ empty: boolean }>(isEmpty);
    return row?.empty ?? false;
  }

  agencies(): Promise<{ id: string; name: string }[]> {
    return this.sql.rows<{ id: string; name: string }>(listAgencies);
  }

  /** Of two who set up at once, one finds somebody there. */
  async lock(runner: SqlRunner): Promise<void> {
    await runner.rows(lockPersons);
  }

  async insertFirst(
    person: { username: string; fullName: string; passwordHash: string; agencyId: string },
    runner: SqlRunner,
  ): Promise<string> {
    const values = [person.username, person.fullName, person.passwordHash, person.agencyId];
    const [row] = await runner.rows<{ person_id: string }>(insertFirst, values);
    if (!row) throw new Error('The first administrator was not inserted.');
    return row.person_id;
  }
}
