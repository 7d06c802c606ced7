import type { Statement } from '../../platform/database/sql.js';

/** Every row of both records with what a seal says of it. */
const sealed = (since: string, until: string) => `
  select h.instance_id as id, h.version as number, h.hash from history h where h.at >= ${since} and h.at < ${until}
  union all
  select e.id, e.number, e.hash from audit_entry e where e.at >= ${since} and e.at < ${until}`;

const digest = `sha256(coalesce(string_agg(r.hash, ''::bytea order by r.id, r.number), ''::bytea))`;

const head = (before: string, number: string, until: string, rows: string, of: string) =>
  `sha256(coalesce(${before}, ''::bytea) || int4send(${number}) || timestamptz_send(${until}) || int8send(${rows}) || ${of})`;

export const closeRecord: Statement = {
  name: 'close-the-record',
  text: `select least($1::timestamptz, close_the_record())::text as until`,
};

export const lastSeal: Statement = {
  name: 'last-seal',
  text: `select number, until::text, until >= $1::timestamptz as covers from audit_seal order by number desc limit 1`,
};

/** Seals what was written since the last seal and before $1. Two processes at once make one seal. */
export const makeSeal: Statement = {
  name: 'make-seal',
  text: `
    with
    last as (select number, until, head from audit_seal order by number desc limit 1),
    span as (select coalesce((select number from last), 0) + 1 as number,
                    coalesce((select until from last), '-infinity') as since, $1::timestamptz as until),
    found as (
      select count(*) as rows, ${digest} as digest,
             coalesce(string_agg(uuid_send(r.id) || int4send(r.number) || substr(r.hash, 1, 8), ''::bytea
                                 order by r.id, r.number), ''::bytea) as contents
      from (${sealed('(select since from span)', '(select until from span)')}) r)
    insert into audit_seal (number, until, rows, digest, head, contents)
    select span.number, span.until, found.rows, found.digest,
           ${head('(select head from last)', 'span.number', 'span.until', 'found.rows', 'found.digest')}, found.contents
    from span, found where span.until > span.since
    on conflict do nothing
    returning number`,
};

export const listHeads: Statement = {
  name: 'list-heads',
  text: `
    select s.number, to_char(until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as until, rows::text,
           encode(head, 'hex') as head, encode(g.signature, 'base64') as signature
    from audit_seal s left join audit_signature g on g.number = s.number order by s.number`,
};

/** Of two processes that sign at once, one finds it signed. */
export const keepSignature: Statement = {
  name: 'keep-seal-signature',
  text: `insert into audit_signature (number, signature) values ($1, $2) on conflict do nothing returning number`,
};

/** Every seal beside what the record says today. */
export const checkSeals: Statement = {
  name: 'check-seals',
  text: `
    select s.number, s.since::text, s.until::text, s.rows::text, found.rows::text as found, found.digest = s.digest as holds,
           s.number = s.before + 1
             and s.head = ${head('s.before_head', 's.number', 's.until', 's.rows', 's.digest')} as chained
    from (
      select *, coalesce(lag(until) over w, '-infinity') as since, coalesce(lag(number) over w, 0) as before,
             lag(head) over w as before_head
      from audit_seal window w as (order by number)) s
    cross join lateral (
      select count(*) as rows, ${digest} as digest from (${sealed('s.since', 's.until')}) r) found
    order by s.number`,
};

export const readContents: Statement = {
  name: 'read-contents',
  text: `select contents from audit_seal where number = $1`,
};

export const rowsBetween: Statement = {
  name: 'rows-between-seals',
  text: `
    select r.id, r.number, encode(substr(r.hash, 1, 8), 'hex') as mark
    from (${sealed('$1::timestamptz', '$2::timestamptz')}) r`,
};
