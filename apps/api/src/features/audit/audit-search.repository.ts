import { Injectable } from '@nestjs/common';
import type { AuditQuery, FlowId, Post } from '@phancong/contracts';

import { Sql } from '../../platform/database/sql.js';

export interface AuditRow {
  kind: 'move' | 'change';
  id: string;
  number: number;
  at: Date;
  /** Microseconds, for the place in the list. */
  instant: string;
  on_day: string;
  person_name: string | null;
  on_behalf_of_name: string | null;
  unit_id: string | null;
  unit_name: string | null;
  post: Post | null;
  origin: string | null;
  did: string;
  flow: FlowId | null;
  plan_id: string | null;
  machine_version: number | null;
  title: string;
  before: string | null;
  after: string | null;
  details: unknown;
  replaced: unknown;
  hash: string;
}

/** Where a page of the record ended. */
export interface AuditPosition {
  instant: string;
  id: string;
  number: number;
}

const micros = (at: string) => `(extract(epoch from ${at}) * 1000000)::bigint`;

/**
 * $1 first day, $2 last day, $3 unit, $4 part of a name, $5-$7 the last line of the page before, $8 how many. Newest first, along the
 * index on the time; what the caller may not see is held back by row-level security.
 */
const within = (row: string, id: string, number: string) => `
  ($1::date is null or ${row}.at >= ($1::date)::timestamp at time zone 'Asia/Ho_Chi_Minh')
  and ($2::date is null or ${row}.at < ($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
  and ($3::text is null or ${row}.unit_id = $3)
  and ($4::text is null or exists (
    select from person named where named.id in (${row}.person_id, ${row}.on_behalf_of_id)
      and named.full_name ilike '%' || $4 || '%'))
  and ($5::bigint is null or (${micros(`${row}.at`)}, ${id}, ${number}) < ($5::bigint, $6::uuid, $7::int))`;

const moves = `
  select 'move' as kind, h.instance_id as id, h.version as number, h.at, h.on_day, h.person_id, h.on_behalf_of_id, h.unit_id, h.post,
         h.origin, h.event as did, h.from_state as before, h.to_state as after, h.payload as details, null::jsonb as replaced, h.hash,
         null::text as subject
  from history h where ${within('h', 'h.instance_id', 'h.version')}
  order by h.at desc, h.instance_id desc, h.version desc limit $8`;

const changes = `
  select 'change' as kind, e.id, e.number, e.at, e.on_day, e.person_id, e.on_behalf_of_id, e.unit_id, e.post, e.origin,
         e.action as did, null::text as before, null::text as after, e.after as details, e.before as replaced, e.hash,
         e.subject_kind || ' ' || e.subject_id as subject
  from audit_entry e where ${within('e', 'e.id', 'e.number')}
  order by e.at desc, e.id desc, e.number desc limit $8`;

const records = { move: `(${moves})`, change: `(${changes})`, both: `(${moves}) union all (${changes})` };

const search = (kind: keyof typeof records) => ({
  name: `search-audit-${kind}`,
  text: `
    select l.kind, l.id, l.number, l.at, ${micros('l.at')}::text as instant, l.on_day, p.full_name as person_name,
           g.full_name as on_behalf_of_name, l.unit_id, u.short_name as unit_name, l.post, l.origin, l.did, i.flow, i.plan_id, i.machine_version,
           coalesce(i.title, item.title, plan.title, edited.title, about.full_name, '') as title, l.before, l.after, l.details,
           l.replaced, encode(l.hash, 'hex') as hash
    from (${records[kind]}) l
    left join instance i on l.kind = 'move' and i.id = l.id
    left join plan on plan.id = i.plan_id
    left join plan_item item on item.id = i.item_id
    left join plan edited on l.subject = 'plan ' || edited.id::text
    left join person about on l.subject = 'person ' || about.id::text
    left join person p on p.id = l.person_id
    left join person g on g.id = l.on_behalf_of_id
    left join unit u on u.id = l.unit_id
    order by l.at desc, l.id desc, l.number desc limit $8`,
});

@Injectable()
export class AuditSearchRepository {
  constructor(private readonly sql: Sql) {}

  search(query: AuditQuery, position: AuditPosition | null, limit: number): Promise<AuditRow[]> {
    return this.sql.rows<AuditRow & Record<string, unknown>>(search(query.kind ?? 'both'), [
      query.from ?? null,
      query.to ?? null,
      query.unitId ?? null,
      query.person?.replace(/[\\%_]/g, String.raw`\$&`) ?? null,
      position?.instant ?? null,
      position?.id ?? null,
      position?.number ?? null,
      limit,
    ]);
  }
}
