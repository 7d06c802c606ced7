import { Injectable } from '@nestjs/common';
import type { Colleague, Delegation, GiveDelegation, Post } from '@phancong/contracts';
import type { Delegation as PlainDelegation } from '@phancong/workflows';

import { Sql, type SqlRunner } from '../../platform/database/sql.js';

export interface DelegationRow {
  id: string;
  from_person_id: string;
  from_name: string;
  to_person_id: string;
  to_name: string;
  unit_id: string;
  unit_name: string;
  post: Post;
  plan_id: string | null;
  plan_title: string | null;
  valid_from: string;
  valid_to: string;
  reason: string;
  created_by_person_id: string;
  created_at: Date;
  ended_at: Date | null;
  ended_by_person_id: string | null;
  ended_by_name: string | null;
}

const selectDelegations = `
  select d.id, h.person_id as from_person_id, f.full_name as from_name, d.to_person_id, t.full_name as to_name, h.unit_id,
         u.name as unit_name, h.post, d.plan_id, plan.title as plan_title, d.valid_from, d.valid_to, d.reason,
         d.created_by_person_id, d.created_at, d.ended_at, d.ended_by_person_id, e.full_name as ended_by_name
  from delegation d
  join post_holding h on h.id = d.holding_id
  join person f on f.id = h.person_id
  join person t on t.id = d.to_person_id
  join unit u on u.id = h.unit_id
  left join plan on plan.id = d.plan_id
  left join person e on e.id = d.ended_by_person_id`;

/** Given by the person or to him; with a unit, all of that unit too. */
const listDelegations = {
  name: 'list-delegations',
  text: `${selectDelegations}
    where h.person_id = $1 or d.to_person_id = $1 or h.unit_id = $2
    order by d.valid_to desc, d.created_at desc limit 300`,
};

const findDelegation = { name: 'find-delegation', text: `${selectDelegations} where d.id = $1` };

const lockAll = { name: 'lock-delegations', text: 'lock table delegation in share row exclusive mode' };

/** What may form a circle with a new one: everything that is not over and was not ended. */
const listAlive = {
  name: 'list-alive-delegations',
  text: `
    select h.person_id as "fromPersonId", d.to_person_id as "toPersonId", d.plan_id as "planId",
           d.valid_from as "validFrom", d.valid_to as "validTo"
    from delegation d join post_holding h on h.id = d.holding_id
    where d.ended_at is null and d.valid_to >= official_today()`,
};

const findSame = {
  name: 'find-same-delegation',
  text: `
    select id from delegation
    where holding_id = $1 and to_person_id = $2 and plan_id is not distinct from $3 and valid_from = $4 and valid_to = $5
      and ended_at is null`,
};

const insertDelegation = {
  name: 'insert-delegation',
  text: `
    insert into delegation (holding_id, to_person_id, plan_id, valid_from, valid_to, reason, created_by_person_id)
    values ($1, $2, $3, $4, $5, $6, $7) returning id`,
};

const endDelegation = {
  name: 'end-delegation',
  text: `update delegation set ended_at = now(), ended_by_person_id = $2 where id = $1 and ended_at is null returning id`,
};

const listColleagues = {
  name: 'list-colleagues',
  text: `
    select distinct on (p.full_name, p.id) p.id as "personId", p.full_name as "personName", h.post
    from post_holding h join person p on p.id = h.person_id
    where h.unit_id = $1 and p.id <> $2
      and official_today() between coalesce(h.valid_from, '-infinity') and coalesce(h.valid_to, 'infinity')
    order by p.full_name, p.id, h.id`,
};

/** Plans in which the unit has something to do. */
const listPlans = {
  name: 'list-delegable-plans',
  text: `
    select p.id, p.title from plan p join instance i on i.id = p.id and i.phase = 'open'
    where p.owner_unit_id = $1
       or exists (select from instance w where w.plan_id = p.id and w.flow = 'task' and w.to_unit_id = $1)
       or exists (select from instance w where w.plan_id = p.id and w.holder_unit_id = $1)
    order by p.title, p.id limit 200`,
};

@Injectable()
export class DelegationsRepository {
  constructor(private readonly sql: Sql) {}

  list(personId: string, unitId: string | null): Promise<DelegationRow[]> {
    return this.sql.rows<DelegationRow & Record<string, unknown>>(listDelegations, [personId, unitId]);
  }

  async find(id: string, runner: SqlRunner = this.sql): Promise<DelegationRow | undefined> {
    return (await runner.rows<DelegationRow & Record<string, unknown>>(findDelegation, [id]))[0];
  }

  /** Keeps every other new delegation waiting, so that two halves of a circle cannot be given at once. */
  async lockAll(runner: SqlRunner): Promise<void> {
    await runner.rows(lockAll);
  }

  alive(runner: SqlRunner): Promise<PlainDelegation[]> {
    return runner.rows<PlainDelegation & Record<string, unknown>>(listAlive);
  }

  /** The same delegation sent twice is one. */
  async insertOnce(
    holdingId: string,
    { toPersonId, planId, validFrom, validTo, reason }: GiveDelegation,
    byPersonId: string,
    runner: SqlRunner,
  ): Promise<string> {
    const same = [holdingId, toPersonId, planId, validFrom, validTo];
    const [known] = await runner.rows<{ id: string }>(findSame, same);
    if (known) return known.id;
    const [row] = await runner.rows<{ id: string }>(insertDelegation, [...same, reason, byPersonId]);
    if (!row) throw new Error('The delegation was not inserted.');
    return row.id;
  }

  async end(id: string, byPersonId: string): Promise<boolean> {
    return (await this.sql.row(endDelegation, [id, byPersonId])) !== undefined;
  }

  colleagues(unitId: string, personId: string): Promise<Colleague[]> {
    return this.sql.rows<Colleague & Record<string, unknown>>(listColleagues, [unitId, personId]);
  }

  plans(unitId: string): Promise<NonNullable<Delegation['plan']>[]> {
    return this.sql.rows<{ id: string; title: string }>(listPlans, [unitId]);
  }
}
