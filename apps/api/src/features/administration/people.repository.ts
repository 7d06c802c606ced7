import { Injectable } from '@nestjs/common';
import type { EditPerson, GivePost, NewPerson, PeopleQuery, Person } from '@phancong/contracts';

import { Sql, type SqlRunner } from '../../platform/database/sql.js';
import { DomainError } from '../../platform/errors/domain-error.js';

export interface PersonRow {
  id: string;
  username: string;
  full_name: string;
  email: string | null;
  disabled: boolean;
  has_password: boolean;
  has_second_factor: boolean;
  version: number;
  posts: Person['posts'];
}

export const selectPeople = `
  select p.id, p.username, p.full_name, p.email, p.disabled_at is not null as disabled,
         p.password_hash is not null as has_password, p.version,
         exists (select from second_factor f where f.person_id = p.id and f.confirmed_at is not null) as has_second_factor,
         coalesce((
           select jsonb_agg(jsonb_build_object('id', h.id, 'unitId', h.unit_id, 'unitName', u.name, 'post', h.post,
                                               'validFrom', h.valid_from, 'validTo', h.valid_to)
                            order by h.valid_from nulls first, h.id)
           from post_holding h join unit u on u.id = h.unit_id where h.person_id = p.id), '[]') as posts
  from person p`;

/** $1 the units that the administrator keeps; null: all. Who held a post in one of them belongs to its people. */
export const keptBy = `($1::text[] is null or exists (
  select from post_holding k where k.person_id = p.id and k.unit_id = any($1)))`;

const listPeople = {
  name: 'list-people',
  text: `${selectPeople}
    where ${keptBy}
      and ($2::text is null or concat_ws(' ', p.full_name, p.username, p.email) ilike $2)
      and ($3::text is null or exists (select from post_holding h where h.person_id = p.id and h.unit_id = $3))
      and ($4::text is null or p.username > $4)
    order by p.username limit $5`,
};

const findPerson = { name: 'find-kept-person', text: `${selectPeople} where ${keptBy} and p.id = $2` };

const insertPerson = {
  name: 'insert-person',
  text: `
    insert into person (username, full_name, email) values ($1, $2, $3)
    on conflict (username) do nothing returning id`,
};

const insertPost = {
  name: 'insert-post-holding',
  text: `
    insert into post_holding (person_id, unit_id, post, valid_from, valid_to) values ($1, $2, $3, $4, $5) returning id`,
};

/** Moves the version on, if it is still the one that was seen. */
const changePerson = {
  name: 'change-person',
  text: `
    update person set version = version + 1, full_name = coalesce($3, full_name),
      email = case when $4 then $5 else email end,
      disabled_at = case when $6::boolean is null then disabled_at when $6 then coalesce(disabled_at, now()) end
    where id = $1 and version = $2 returning id`,
};

/** The last day of a post that ends now is yesterday; one that was to begin today or later never was. */
const endPost = {
  name: 'end-post-holding',
  text: `
    update post_holding set valid_to = official_today() - 1,
      valid_from = case when valid_from >= official_today() then official_today() - 1 else valid_from end
    where id = $1 and person_id = $2 and (valid_to is null or valid_to >= official_today()) returning unit_id, post`,
};

const countAdministrators = {
  name: 'count-administrators',
  text: `
    select count(distinct h.person_id)::int as n
    from post_holding h join person p on p.id = h.person_id and p.disabled_at is null
    join unit u on u.id = h.unit_id and u.kind = 'agency'
    where h.post = 'administrator'
      and official_today() between coalesce(h.valid_from, '-infinity') and coalesce(h.valid_to, 'infinity')`,
};

const lockPeople = { name: 'lock-people', text: 'lock table post_holding in share row exclusive mode' };

const recordChange = {
  name: 'record-person-change',
  text: `
    insert into audit_entry (subject_kind, subject_id, on_day, person_id, on_behalf_of_id, unit_id, post, action, before, after)
    values ('person', $1, official_today(), $2, $3, $4, $5, $6, $7, $8)`,
};

const escapeLike = (text: string) => text.normalize('NFC').replace(/[\\%_]/g, '\\$&');

export const toPerson = (row: PersonRow): Person => ({
  id: row.id,
  username: row.username,
  fullName: row.full_name,
  email: row.email,
  disabled: row.disabled,
  hasPassword: row.has_password,
  hasSecondFactor: row.has_second_factor,
  version: row.version,
  posts: row.posts,
});

/** Units whose people an administrator keeps: null for the whole installation. */
export type KeptUnits = readonly string[] | null;

@Injectable()
export class PeopleRepository {
  constructor(private readonly sql: Sql) {}

  async list(kept: KeptUnits, { q, unitId, after, limit }: PeopleQuery): Promise<Person[]> {
    const like = q ? `%${escapeLike(q)}%` : null;
    const values = [kept, like, unitId ?? null, after ?? null, limit + 1];
    return (await this.sql.rows<PersonRow & Record<string, unknown>>(listPeople, values)).map(toPerson);
  }

  async find(kept: KeptUnits, id: string, runner: SqlRunner = this.sql): Promise<Person | undefined> {
    const [row] = await runner.rows<PersonRow & Record<string, unknown>>(findPerson, [kept, id]);
    return row && toPerson(row);
  }

  /** Undefined when the user name is taken. */
  async insert({ username, fullName, email }: Omit<NewPerson, 'post'>, runner: SqlRunner): Promise<string | undefined> {
    const [row] = await runner.rows<{ id: string }>(insertPerson, [username, fullName, email]);
    return row?.id;
  }

  async givePost(personId: string, { unitId, post, validFrom, validTo }: GivePost, runner: SqlRunner): Promise<void> {
    await runner.rows(insertPost, [personId, unitId, post, validFrom, validTo]);
  }

  /** False when somebody else changed the person meanwhile. */
  async change(id: string, expectedVersion: number, edit: Partial<EditPerson>, runner: SqlRunner): Promise<boolean> {
    const values = [
      id,
      expectedVersion,
      edit.fullName ?? null,
      edit.email !== undefined,
      edit.email ?? null,
      edit.disabled ?? null,
    ];
    return (await runner.rows(changePerson, values)).length > 0;
  }

  async endPost(holdingId: string, personId: string, runner: SqlRunner): Promise<boolean> {
    return (await runner.rows(endPost, [holdingId, personId])).length > 0;
  }

  /** Keeps other changes of posts waiting, so that two cannot each take away the last administrator but one. */
  async lock(runner: SqlRunner): Promise<void> {
    await runner.rows(lockPeople);
  }

  /** Throws when the change leaves the agency without an administrator. */
  async refuseWithoutAdministrator(runner: SqlRunner): Promise<void> {
    const [row] = await runner.rows<{ n: number }>(countAdministrators);
    if (row && row.n > 0) return;
    throw new DomainError('VALIDATION_FAILED', {
      issues: [
        {
          path: ['post'],
          message: 'Cơ quan phải còn ít nhất một quản trị viên.',
          messageEn: 'The agency needs one administrator at least.',
        },
      ],
    });
  }

  async record(change: PersonChange, runner: SqlRunner): Promise<void> {
    const { personId, by, action, before, after } = change;
    await runner.rows(recordChange, [
      personId,
      by.personId,
      by.onBehalfOfId,
      by.unitId,
      by.post,
      action,
      before === null ? null : JSON.stringify(before),
      JSON.stringify(after),
    ]);
  }
}

interface PersonChange {
  personId: string;
  by: { personId: string; onBehalfOfId: string | null; unitId: string; post: string };
  action: string;
  before: Person | null;
  after: Person;
}
