import { Injectable } from '@nestjs/common';
import type { ApiToken, NewApiToken, Post, TokenScope } from '@phancong/contracts';

import { Sql } from '../../platform/database/sql.js';
import type { Caller } from './request-actor.js';
import { hashOfToken } from './secret-token.js';

interface TokenRow {
  id: string;
  name: string;
  scopes: TokenScope[];
  unit_name: string;
  post: Post;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
  revoked_at: Date | null;
}

/** A token lives as long as its person may sign in and holds the post in which it was made. */
const findByKey = {
  name: 'find-api-token',
  text: `
    select t.id, t.scopes, t.used_at, t.expires_at, p.id as person_id, p.full_name, h.id as seat_id, h.unit_id,
           u.name as unit_name, h.post, official_today() as today
    from api_token t
    join person p on p.id = t.person_id and p.disabled_at is null
    join post_holding h on h.id = t.post_holding_id and h.person_id = p.id
    join unit u on u.id = h.unit_id
    where t.token_hash = $1 and t.revoked_at is null and t.expires_at > now()
      and official_today() between coalesce(h.valid_from, '-infinity') and coalesce(h.valid_to, 'infinity')`,
};

const markUsed = { name: 'mark-api-token-used', text: `update api_token set used_at = now() where id = $1` };

const selectTokens = `
  select t.id, t.name, t.scopes, u.short_name as unit_name, h.post, t.created_at, t.expires_at, t.used_at, t.revoked_at
  from api_token t join post_holding h on h.id = t.post_holding_id join unit u on u.id = h.unit_id`;

const listTokens = {
  name: 'list-api-tokens',
  text: `${selectTokens} where t.person_id = $1 order by t.created_at desc limit 100`,
};

const findToken = { name: 'find-own-api-token', text: `${selectTokens} where t.id = $1 and t.person_id = $2` };

const insertToken = {
  name: 'insert-api-token',
  text: `
    insert into api_token (token_hash, person_id, post_holding_id, name, scopes, expires_at)
    values ($1, $2, $3, $4, $5, now() + make_interval(days => $6)) returning id`,
};

const revokeToken = {
  name: 'revoke-api-token',
  text: `update api_token set revoked_at = now() where id = $1 and person_id = $2 and revoked_at is null returning id`,
};

const USED_EVERY_MS = 5 * 60_000;

const toToken = (row: TokenRow): ApiToken => ({
  id: row.id,
  name: row.name,
  scopes: row.scopes,
  unitName: row.unit_name,
  post: row.post,
  createdAt: row.created_at.toISOString(),
  expiresAt: row.expires_at.toISOString(),
  usedAt: row.used_at?.toISOString() ?? null,
  revoked: row.revoked_at !== null,
});

@Injectable()
export class ApiTokensRepository {
  constructor(private readonly sql: Sql) {}

  async findCaller(key: string): Promise<{ caller: Caller; scopes: TokenScope[] } | undefined> {
    const row = await this.sql.row<{
      id: string;
      scopes: TokenScope[];
      used_at: Date | null;
      expires_at: Date;
      person_id: string;
      full_name: string;
      seat_id: string;
      unit_id: string;
      unit_name: string;
      post: Post;
      today: string;
    }>(findByKey, [hashOfToken(key)]);
    if (!row) return undefined;
    if (!row.used_at || Date.now() - row.used_at.getTime() > USED_EVERY_MS) await this.sql.rows(markUsed, [row.id]);
    const actor = {
      personId: row.person_id,
      personName: row.full_name,
      unitId: row.unit_id,
      unitName: row.unit_name,
      post: row.post,
    };
    return {
      scopes: row.scopes,
      caller: {
        actor,
        today: row.today,
        seatId: row.seat_id,
        sessionId: '',
        csrfToken: '',
        expiresAt: row.expires_at,
        // The key was made in a session that had shown what its post takes.
        strong: true,
        byIdentity: false,
      },
    };
  }

  async list(personId: string): Promise<ApiToken[]> {
    return (await this.sql.rows<TokenRow & Record<string, unknown>>(listTokens, [personId])).map(toToken);
  }

  async insert(key: string, personId: string, holdingId: string, asked: NewApiToken): Promise<ApiToken> {
    const values = [hashOfToken(key), personId, holdingId, asked.name, asked.scopes, asked.days];
    const made = await this.sql.row<{ id: string }>(insertToken, values);
    const row = made && (await this.sql.row<TokenRow & Record<string, unknown>>(findToken, [made.id, personId]));
    if (!row) throw new Error('The API token was not inserted.');
    return toToken(row);
  }

  async revoke(id: string, personId: string): Promise<boolean> {
    return (await this.sql.row(revokeToken, [id, personId])) !== undefined;
  }
}
