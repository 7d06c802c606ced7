import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { Sql } from '../../platform/database/sql.js';
import { hashOfToken } from './secret-token.js';

/** Counts before the password is looked at, so that a hundred tries at once count as a hundred. */
const countTry = {
  name: 'count-sign-in-try',
  text: `
    insert into sign_in_tries as t (key, tries, since)
    select key, 1, now() from unnest($1::text[]) key order by key
    on conflict (key) do update set
      tries = case when t.since < now() - make_interval(mins => $2) then 1 else t.tries + 1 end,
      since = case when t.since < now() - make_interval(mins => $2) then now() else t.since end
    returning key, tries, ceil(extract(epoch from since + make_interval(mins => $2) - now()) / 60)::int as minutes`,
};

const forget = { name: 'forget-sign-in-tries', text: `delete from sign_in_tries where key = $1` };

/** A right password gives back the try that it cost its address. */
const giveBack = {
  name: 'give-back-sign-in-try',
  text: `update sign_in_tries set tries = greatest(tries - 1, 0) where key = $1`,
};

const sweep = {
  name: 'sweep-sign-in-tries',
  text: `delete from sign_in_tries where since < now() - make_interval(mins => $1)`,
};

const findKnown = {
  name: 'find-known-browser',
  text: `
    select k.person_id from known_browser k join person p on p.id = k.person_id
    where k.token_hash = $1 and p.username = $2`,
};

const keepKnown = {
  name: 'keep-known-browser',
  text: `insert into known_browser (token_hash, person_id) values ($1, $2) on conflict do nothing`,
};

export interface CountedTry {
  key: string;
  tries: number;
  minutes: number;
}

/** Names of accounts are kept as hashes here: the table lists what strangers typed. */
export const accountKey = (username: string) => `account:${createHash('sha256').update(username).digest('base64url')}`;
export const addressKey = (address: string | null) => `address:${address ?? '?'}`;
export const browserKey = (token: string) => `browser:${hashOfToken(token).toString('base64url')}`;

@Injectable()
export class SignInTriesRepository {
  constructor(private readonly sql: Sql) {}

  count(keys: readonly string[], windowMinutes: number): Promise<CountedTry[]> {
    return this.sql.rows<CountedTry & Record<string, unknown>>(countTry, [keys, windowMinutes]);
  }

  async succeed(key: string, address: string, windowMinutes: number): Promise<void> {
    await this.sql.rows(forget, [key]);
    await this.sql.rows(giveBack, [address]);
    await this.sql.rows(sweep, [windowMinutes]);
  }

  async forget(key: string): Promise<void> {
    await this.sql.rows(forget, [key]);
  }

  async isKnown(token: string, username: string): Promise<boolean> {
    return (await this.sql.row(findKnown, [hashOfToken(token), username])) !== undefined;
  }

  async keepKnown(token: string, personId: string): Promise<void> {
    await this.sql.rows(keepKnown, [hashOfToken(token), personId]);
  }
}
