import { Injectable } from '@nestjs/common';
import type { Post, SecurityEvent, SecurityEventKind, SecurityEventsQuery } from '@phancong/contracts';

import { Sql, type SqlRunner } from '../../platform/database/sql.js';

export interface SecurityNote {
  kind: SecurityEventKind;
  personId?: string | null;
  onBehalfOfId?: string | null;
  username?: string | null;
  unitId?: string | null;
  post?: string | null;
  address?: string | null;
  request?: string | null;
  code?: string | null;
  about?: string | null;
}

interface EventRow {
  id: string;
  at: Date;
  kind: SecurityEventKind;
  person_name: string | null;
  username: string | null;
  unit_name: string | null;
  post: Post | null;
  on_behalf_of_name: string | null;
  address: string | null;
  request: string | null;
  code: string | null;
  about: string | null;
}

const insertEvent = {
  name: 'insert-security-event',
  text: `
    insert into security_event (kind, person_id, on_behalf_of_id, username, unit_id, post, address, request, code, about)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
};

const insertParts = {
  name: 'insert-security-event-parts',
  text: `
    insert into security_event (kind, person_id, on_behalf_of_id, username, unit_id, post, address, request, code, about)
    select $1, $2, $3, $4, $5, $6, $7, $8, x.code, x.about
    from jsonb_to_recordset($9::jsonb) as x(code text, about text)`,
};

/** $1 the units that the reader keeps (null: all of the agency), so that a province's administrator reads its own people. */
const listEvents = {
  name: 'list-security-events',
  text: `
    select e.id, e.at, e.kind, p.full_name as person_name, coalesce(e.username, p.username) as username,
           u.short_name as unit_name, e.post, b.full_name as on_behalf_of_name, e.address, e.request, e.code, e.about
    from security_event e
    left join person p on p.id = e.person_id
    left join person b on b.id = e.on_behalf_of_id
    left join unit u on u.id = e.unit_id
    where ($1::text[] is null or e.unit_id = any($1) or exists (
            select from post_holding h where h.person_id = e.person_id and h.unit_id = any($1)))
      and ($2::text is null or e.kind = $2)
      and ($3::text is null or concat_ws(' ', p.full_name, p.username, e.username, e.address, e.about) ilike $3)
      and ($4::bigint is null or e.id < $4)
    order by e.id desc limit $5`,
};

const escapeLike = (text: string) => text.normalize('NFC').replace(/[\\%_]/g, '\\$&');

const seatOf = (note: SecurityNote) => [
  note.kind,
  note.personId ?? null,
  note.onBehalfOfId ?? null,
  note.username ?? null,
  note.unitId ?? null,
  note.post ?? null,
  note.address ?? null,
  note.request ?? null,
];

/** Reads and writes of the security log. It only grows. */
@Injectable()
export class SecurityLogRepository {
  constructor(private readonly sql: Sql) {}

  async write(note: SecurityNote, runner: SqlRunner = this.sql): Promise<void> {
    await runner.rows(insertEvent, [...seatOf(note), note.code ?? null, note.about ?? null]);
  }

  /** One line for each part of a request. */
  async writeParts(note: SecurityNote, parts: readonly { code: string; about: string }[]): Promise<void> {
    await this.sql.rows(insertParts, [...seatOf(note), JSON.stringify(parts)]);
  }

  async list(units: readonly string[] | null, query: SecurityEventsQuery): Promise<SecurityEvent[]> {
    const rows = await this.sql.rows<EventRow & Record<string, unknown>>(listEvents, [
      units,
      query.kind ?? null,
      query.q ? `%${escapeLike(query.q)}%` : null,
      query.after ?? null,
      query.limit + 1,
    ]);
    return rows.map((row) => ({
      id: row.id,
      at: row.at.toISOString(),
      kind: row.kind,
      personName: row.person_name,
      username: row.username,
      unitName: row.unit_name,
      post: row.post,
      onBehalfOfName: row.on_behalf_of_name,
      address: row.address,
      request: row.request,
      code: row.code,
      about: row.about,
    }));
  }
}
