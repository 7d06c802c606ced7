import { Injectable } from '@nestjs/common';
import type { PeopleWorkbookRead, Person } from '@phancong/contracts';

import { Sql, type SqlRunner } from '../../platform/database/sql.js';
import { keptBy, selectPeople, toPerson, type KeptUnits, type PersonRow } from './people.repository.js';

/** All people of the kept units, and besides whoever has a name that the table uses: a name is one person's everywhere. */
const listAll = {
  name: 'list-all-people',
  text: `${selectPeople} where ${keptBy} or p.username = any($2) order by p.username`,
};

const insertPeople = {
  name: 'insert-people-of-workbook',
  text: `
    with added as (
      insert into person (username, full_name, email)
      select x.username, x."fullName", x.email
      from jsonb_to_recordset($1::jsonb) as x(username text, "fullName" text, email text)
      returning id, username, full_name, email),
    told as (
      insert into audit_entry (subject_kind, subject_id, on_day, person_id, on_behalf_of_id, unit_id, post, origin, action, after)
      select 'person', id::text, official_today(), $2, $3, $4, $5, 'workbook', 'personAdded', to_jsonb(added) from added)
    select id, username, full_name from added order by username`,
};

const correctPeople = {
  name: 'correct-people-of-workbook',
  text: `
    with given as (
      select * from jsonb_to_recordset($1::jsonb) as x(id uuid, "fullName" text, email text, version int)),
    before as materialized (select p.id, p.full_name, p.email from person p join given on given.id = p.id),
    changed as (
      update person p set full_name = given."fullName", email = given.email, version = p.version + 1
      from given where p.id = given.id and p.version = given.version returning p.id, p.full_name, p.email)
    insert into audit_entry (subject_kind, subject_id, on_day, person_id, on_behalf_of_id, unit_id, post, origin, action, before,
                             after)
    select 'person', c.id::text, official_today(), $2, $3, $4, $5, 'workbook', 'personChanged', to_jsonb(b), to_jsonb(c)
    from changed c join before b using (id) returning subject_id as id`,
};

const givePosts = {
  name: 'give-posts-of-workbook',
  text: `
    insert into post_holding (person_id, unit_id, post, valid_from, valid_to, given_by)
    select p.id, x."unitId", x.post, x."validFrom", x."validTo", 'workbook'
    from jsonb_to_recordset($1::jsonb) as x(username text, "unitId" text, post text, "validFrom" date, "validTo" date)
    join person p on p.username = x.username returning id`,
};

/** The last day of a post; one that was to begin later never was. */
const setLastDays = {
  name: 'set-last-days-of-posts',
  text: `
    update post_holding h set valid_to = x."validTo", valid_from = least(h.valid_from, x."validTo")
    from jsonb_to_recordset($1::jsonb) as x("holdingId" uuid, "validTo" date)
    where h.id = x."holdingId" returning h.id`,
};

export interface ActedBy {
  personId: string;
  onBehalfOfId: string | null;
  unitId: string;
  post: string;
}

/** Reads and writes of a whole table of people: one statement for each kind of change. */
@Injectable()
export class PeopleWorkbookRepository {
  constructor(private readonly sql: Sql) {}

  async listAll(kept: KeptUnits, usernames: readonly string[], runner: SqlRunner = this.sql): Promise<Person[]> {
    return (await runner.rows<PersonRow & Record<string, unknown>>(listAll, [kept, usernames])).map(toPerson);
  }

  insertPeople(people: PeopleWorkbookRead['people'], by: ActedBy, runner: SqlRunner) {
    return runner.rows<{ id: string; username: string; full_name: string }>(insertPeople, [
      JSON.stringify(people),
      ...writer(by),
    ]);
  }

  /** Gives how many were still as they had been read. */
  async correctPeople(people: PeopleWorkbookRead['corrected'], by: ActedBy, runner: SqlRunner): Promise<number> {
    return (await runner.rows(correctPeople, [JSON.stringify(people), ...writer(by)])).length;
  }

  async givePosts(posts: PeopleWorkbookRead['given'], runner: SqlRunner): Promise<number> {
    return (await runner.rows(givePosts, [JSON.stringify(posts)])).length;
  }

  async setLastDays(
    posts: readonly { holdingId: string; validTo: string | null }[],
    runner: SqlRunner,
  ): Promise<number> {
    return (await runner.rows(setLastDays, [JSON.stringify(posts)])).length;
  }
}

const writer = ({ personId, onBehalfOfId, unitId, post }: ActedBy) => [personId, onBehalfOfId, unitId, post];
