import { Injectable } from '@nestjs/common';
import type { Post } from '@phancong/contracts';

import { Sql, type SqlRunner } from '../../platform/database/sql.js';
import { hashOfToken } from '../people/secret-token.js';
import type { Ties } from './identity-server.js';

const MINUTES_ON_THE_WAY = 10;

const keepTry = {
  name: 'keep-identity-try',
  text: `
    insert into identity_try (state_hash, browser_hash, nonce, verifier, next, expires_at)
    values ($1, $2, $3, $4, $5, now() + make_interval(mins => ${MINUTES_ON_THE_WAY}))`,
};

/** Whatever comes of it, the answer to one question is looked at once. */
const takeTry = {
  name: 'take-identity-try',
  text: `
    delete from identity_try where state_hash = $1
    returning nonce, verifier, next, browser_hash = $2 and expires_at > now() as good`,
};

const sweep = { name: 'sweep-identity-tries', text: `delete from identity_try where expires_at < now()` };

const findLinked = {
  name: 'find-linked-person',
  text: `select person_id as id from identity_link where issuer = $1 and subject = $2`,
};

/** Links the person of this user name, unless the name means another subject already. */
const link = {
  name: 'link-identity',
  text: `
    insert into identity_link (issuer, subject, person_id)
    select $1, $2, p.id from person p where p.username = $3 and p.disabled_at is null
    on conflict do nothing returning person_id as id`,
};

const insertNewcomer = {
  name: 'insert-identity-newcomer',
  text: `insert into person (username, full_name) values ($1, $2) on conflict (username) do nothing returning id`,
};

/** Gives the posts of the groups of today, and takes back what the identity server gave and does not name any more. */
const keepPosts = {
  name: 'keep-identity-posts',
  text: `
    with named as (
      select x.unit_id, x.post from jsonb_to_recordset($2::jsonb) as x(unit_id text, post text)
      join unit u on u.id = x.unit_id
        and official_today() between coalesce(u.valid_from, '-infinity') and coalesce(u.valid_to, 'infinity')),
    held as (
      select h.id, h.unit_id, h.post, h.given_by from post_holding h
      where h.person_id = $1
        and official_today() between coalesce(h.valid_from, '-infinity') and coalesce(h.valid_to, 'infinity')),
    ended as (
      update post_holding h set valid_to = official_today() - 1,
        valid_from = case when h.valid_from >= official_today() then official_today() - 1 else h.valid_from end
      from held where held.id = h.id and held.given_by = 'identityServer'
        and not exists (select from named n where n.unit_id = held.unit_id and n.post = held.post))
    insert into post_holding (person_id, unit_id, post, valid_from, given_by)
    select $1, n.unit_id, n.post, official_today(), 'identityServer' from named n
    where not exists (select from held where held.unit_id = n.unit_id and held.post = n.post)`,
};

/** Who is on the way to the identity server, who is meant by its subjects, and which posts it gives. */
@Injectable()
export class IdentityRepository {
  constructor(private readonly sql: Sql) {}

  async keep({ state, nonce, verifier }: Ties, browser: string, next: string): Promise<void> {
    await this.sql.rows(sweep);
    await this.sql.rows(keepTry, [hashOfToken(state), hashOfToken(browser), nonce, verifier, next]);
  }

  /** Undefined when there is no such question, or it was asked in another browser or too long ago. */
  async take(state: string, browser: string): Promise<(Ties & { next: string }) | undefined> {
    const row = await this.sql.row<{ nonce: string; verifier: string; next: string; good: boolean }>(takeTry, [
      hashOfToken(state),
      hashOfToken(browser),
    ]);
    return row?.good ? { state, nonce: row.nonce, verifier: row.verifier, next: row.next } : undefined;
  }

  async findLinked(issuer: string, subject: string, runner: SqlRunner): Promise<string | undefined> {
    return (await runner.rows<{ id: string }>(findLinked, [issuer, subject]))[0]?.id;
  }

  async link(issuer: string, subject: string, username: string, runner: SqlRunner): Promise<string | undefined> {
    return (await runner.rows<{ id: string }>(link, [issuer, subject, username]))[0]?.id;
  }

  async insertNewcomer(username: string, fullName: string, runner: SqlRunner): Promise<void> {
    await runner.rows(insertNewcomer, [username, fullName]);
  }

  async keepPosts(
    personId: string,
    posts: readonly { unitId: string; post: Post }[],
    runner: SqlRunner,
  ): Promise<void> {
    const named = posts.map(({ unitId, post }) => ({ unit_id: unitId, post }));
    await runner.rows(keepPosts, [personId, JSON.stringify(named)]);
  }
}
