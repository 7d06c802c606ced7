import { Injectable } from '@nestjs/common';

import type { SqlRunner } from '../../platform/database/sql.js';
import type { DemonstrationPerson } from './demonstration-accounts.js';

const insertPeople = {
  name: 'insert-people',
  text: `
    with given as (
      select * from jsonb_to_recordset($1::jsonb) as x(username text, "fullName" text, "unitId" text, post text)),
    added as (
      insert into person (username, full_name, password_hash)
      select username, "fullName", $2 from given on conflict (username) do nothing returning id, username)
    insert into post_holding (person_id, unit_id, post)
    select added.id, given."unitId", given.post from added join given using (username)`,
};

const findActors = {
  name: 'find-actors',
  text: `
    select p.username, p.id as "personId", p.full_name as "personName", h.unit_id as "unitId", u.name as "unitName", h.post
    from person p join post_holding h on h.person_id = p.id join unit u on u.id = h.unit_id`,
};

@Injectable()
export class DemonstrationPeopleRepository {
  async insert(people: readonly DemonstrationPerson[], passwordHash: string, runner: SqlRunner): Promise<void> {
    await runner.rows(insertPeople, [JSON.stringify(people), passwordHash]);
  }

  actors(runner: SqlRunner) {
    return runner.rows<{
      username: string;
      personId: string;
      personName: string;
      unitId: string;
      unitName: string;
      post: 'officer' | 'head';
    }>(findActors);
  }
}
