import type { Statement } from '../../platform/database/sql.js';

/** One of the two records that are chained: the moves of instances, and every other change. */
interface Chain {
  table: string;
  hash: string;
  /** Columns that name a chain, and the one that numbers its rows. */
  by: readonly string[];
  number: string;
}

export const chains = {
  history: { table: 'history', hash: 'history_hash', by: ['instance_id'], number: 'version' },
  entries: {
    table: 'audit_entry',
    hash: 'audit_entry_hash',
    by: ['subject_kind', 'subject_id'],
    number: 'number',
  },
} as const satisfies Record<string, Chain>;

/** What anybody can be shown of a broken chain in one run. */
export const MOST_FINDINGS = 1000;

/**
 * Rows whose hash is not that of their contents and of the row before. `gap_from` is the first number that is missing before
 * the row; `was` the number under which the row was written, when it is found to fit there.
 */
export const brokenLinks = ({ table, hash, by, number }: Chain): Statement => ({
  name: `broken-links-of-${table}`,
  text: `
    select row_to_json(l.link) as link, (l.link).${number} as number, origin.number as was,
           case when l.before_number is null and (l.link).${number} > ${table === 'history' ? 0 : 1}
                then ${table === 'history' ? 0 : 1}
                when l.before_number < (l.link).${number} - 1 then l.before_number + 1 end as gap_from
    from (
      select r as link, lag(r.hash) over chain as before_hash, lag(r.${number}) over chain as before_number
      from ${table} r window chain as (partition by ${by.map((column) => `r.${column}`).join(', ')} order by r.${number})) l
    left join lateral (
      select place.number
      from (select p.hash from ${table} p where ${by.map((column) => `p.${column} = (l.link).${column}`).join(' and ')}
            union all select null) predecessor(hash)
      cross join generate_series(0, (
        select max(p.${number}) from ${table} p
        where ${by.map((column) => `p.${column} = (l.link).${column}`).join(' and ')})) place(number)
      where ${hash}(predecessor.hash, jsonb_populate_record(l.link, jsonb_build_object('${number}', place.number))) = (l.link).hash
      limit 1) origin on true
    where (l.link).hash is distinct from ${hash}(
      case when l.before_number = (l.link).${number} - 1 then l.before_hash end, l.link)
    order by ${by.map((column) => `(l.link).${column}`).join(', ')}, (l.link).${number} limit ${MOST_FINDINGS}`,
});

/** Instances whose number of moves is not that of their last row: the end of the history was cut off, or something was put on. */
export const wrongEnds: Statement = {
  name: 'wrong-ends-of-history',
  text: `
    select i.id, i.version, told.last
    from instance i
    left join (select instance_id, max(version) as last from history group by instance_id) told on told.instance_id = i.id
    where told.last is distinct from i.version
    order by i.id limit ${MOST_FINDINGS}`,
};

/** Histories of instances that are no more: nothing in the application removes an instance. */
export const lostInstances: Statement = {
  name: 'lost-instances',
  text: `
    select h.instance_id as id, max(h.version) as last from history h
    where not exists (select from instance i where i.id = h.instance_id)
    group by h.instance_id order by h.instance_id limit ${MOST_FINDINGS}`,
};

/** Who did what in a row of history, for naming it. */
export const nameRow: Statement = {
  name: 'name-row-of-history',
  text: `
    select i.flow, i.machine_version, coalesce(i.title, item.title, plan.title) as title, h.event, h.on_day,
           p.full_name, u.short_name as unit_name
    from (select $1::uuid as id) asked
    left join instance i on i.id = asked.id
    left join plan on plan.id = i.plan_id
    left join plan_item item on item.id = i.item_id
    left join history h on h.instance_id = asked.id and h.version = $2
    left join person p on p.id = h.person_id
    left join unit u on u.id = h.unit_id`,
};
