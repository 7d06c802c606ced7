import { Injectable } from '@nestjs/common';
import type { Actor, OpenSession, Post, Seat } from '@phancong/contracts';

import { Sql, type SqlRunner } from '../../platform/database/sql.js';
import { Gatherer, type Gathered } from '../../platform/gather/gatherer.js';
import type { Caller } from './request-actor.js';
import { hashOfToken } from './secret-token.js';
import { behalfOf, mayStillSit, seatsOf, toSeat, type SeatRow } from './seats.js';

interface SessionRow {
  token_hash: Buffer;
  session_id: string;
  person_id: string;
  full_name: string;
  unit_id: string;
  unit_name: string;
  post: Post;
  for_person_id: string | null;
  for_name: string | null;
  plan_id: string | null;
  seat_id: string;
  csrf_token: string;
  expires_at: Date;
  strong: boolean;
  by_identity: boolean;
  today: string;
}

/** Every request asks this: those that come at once are asked together. */
const findCallers = {
  name: 'find-callers',
  text: `
    select s.token_hash, s.id as session_id, s.person_id, p.full_name, h.unit_id, u.name as unit_name, h.post,
           g.id as for_person_id, g.full_name as for_name, d.plan_id, coalesce(d.id, h.id) as seat_id, s.csrf_token,
           s.expires_at, s.strong, s.by_identity,
           official_today() as today
    from session s
    join post_holding h on h.id = s.post_holding_id
    join person p on p.id = s.person_id
    join unit u on u.id = h.unit_id
    left join delegation d on d.id = s.delegation_id
    left join person g on g.id = h.person_id and d.id is not null
    where s.token_hash = any($1::bytea[]) and s.expires_at > now() and p.disabled_at is null and ${mayStillSit}`,
};

/** Puts a session whose seat has ended into the first one that is left; none is left for who holds no post any more. */
const reseat = {
  name: 'reseat-session',
  text: `
    update session s set post_holding_id = seat.holding_id, delegation_id = seat.delegation_id
    from (select x.*, f.token_hash from session f cross join lateral (${seatsOf('f.person_id')}
            order by place, seat_id limit 1) x where f.token_hash = $1 and f.expires_at > now()) seat
    where s.token_hash = seat.token_hash returning s.id`,
};

const takeSeat = {
  name: 'take-seat',
  text: `
    update session s set post_holding_id = seat.holding_id, delegation_id = seat.delegation_id
    from (${seatsOf('$2')}) seat
    where s.id = $1 and s.person_id = $2 and seat.seat_id = $3 returning s.id`,
};

const listSeats = { name: 'list-seats', text: `${seatsOf('$1')} order by place, seat_id` };

const findPerson = {
  name: 'find-person',
  text: `
    select p.id, p.password_hash, seat.holding_id, seat.delegation_id
    from person p cross join lateral (${seatsOf('p.id')} order by place, seat_id limit 1) seat
    where p.username = $1 and p.disabled_at is null`,
};

const findSeated = {
  name: 'find-seated-person',
  text: `
    select p.id, seat.holding_id, seat.delegation_id
    from person p cross join lateral (${seatsOf('p.id')} order by place, seat_id limit 1) seat
    where p.id = $1 and p.disabled_at is null`,
};

const insertSession = {
  name: 'insert-session',
  text: `
    insert into session (token_hash, person_id, post_holding_id, delegation_id, csrf_token, expires_at, address, user_agent, strong,
                         by_identity)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
};

const deleteSession = { name: 'delete-session', text: `delete from session where token_hash = $1` };

const listOpen = {
  name: 'list-open-sessions',
  text: `
    select id, created_at, seen_at, expires_at, address, user_agent from session
    where person_id = $1 and expires_at > now() order by seen_at desc limit 200`,
};

/** One session of a person, or (null) all but the one that is kept. */
const revoke = {
  name: 'revoke-sessions',
  text: `
    delete from session where person_id = $1 and ($2::uuid is null or id = $2) and id is distinct from $3 returning id`,
};

const markSeen = {
  name: 'mark-session-seen',
  text: `update session set seen_at = now() where id = $1 and seen_at < now() - interval '5 minutes'`,
};

const deleteExpired = { name: 'delete-expired-sessions', text: `delete from session where expires_at < now()` };

const findRole = {
  name: 'find-role',
  text: `select u.kind, exists (select from plan where owner_unit_id = u.id) as owns_plan from unit u where u.id = $1`,
};

interface OpenRow {
  id: string;
  created_at: Date;
  seen_at: Date;
  expires_at: Date;
  address: string | null;
  user_agent: string | null;
}

interface OpenedSession {
  token: string;
  personId: string;
  holdingId: string;
  delegationId: string | null;
  csrfToken: string;
  expiresAt: Date;
  address: string | null;
  userAgent: string | null;
  strong: boolean;
  byIdentity: boolean;
}

function toCaller(row: SessionRow): Caller {
  const actor: Actor = {
    personId: row.person_id,
    personName: row.full_name,
    unitId: row.unit_id,
    unitName: row.unit_name,
    post: row.post,
    ...behalfOf(row),
  };
  return {
    actor,
    today: row.today,
    seatId: row.seat_id,
    sessionId: row.session_id,
    csrfToken: row.csrf_token,
    expiresAt: row.expires_at,
    strong: row.strong,
    byIdentity: row.by_identity,
  };
}

@Injectable()
export class SessionsRepository {
  private readonly asking: Gatherer<Buffer, Caller | undefined>;

  constructor(private readonly sql: Sql) {
    this.asking = new Gatherer((hashes) => this.findCallers(hashes), { most: 200, lanes: 1 });
  }

  async findCaller(token: string): Promise<Caller | undefined> {
    const hash = hashOfToken(token);
    const found = await this.asking.add(hash);
    if (found || !(await this.sql.row(reseat, [hash]))) return found;
    return this.asking.add(hash);
  }

  private async findCallers(hashes: readonly Buffer[]): Promise<Gathered<Caller | undefined>[]> {
    const rows = await this.sql.rows<SessionRow & Record<string, unknown>>(findCallers, [hashes]);
    const byHash = new Map(rows.map((row) => [row.token_hash.toString('hex'), toCaller(row)]));
    return hashes.map((hash) => ({ result: byHash.get(hash.toString('hex')) }));
  }

  findPerson(username: string) {
    return this.sql.row<{ id: string; password_hash: string | null; holding_id: string; delegation_id: string | null }>(
      findPerson,
      [username],
    );
  }

  /** Undefined for whoever is closed out, or holds no post today. */
  findSeated(personId: string) {
    return this.sql.row<{ id: string; holding_id: string; delegation_id: string | null }>(findSeated, [personId]);
  }

  async seatsOf(personId: string): Promise<Seat[]> {
    // At the door nobody acts for a unit yet: the wall would hide the title of the plan of a delegation.
    return (await this.sql.engine.rows<SeatRow & Record<string, unknown>>(listSeats, [personId])).map(toSeat);
  }

  /** False when it is no seat of this person today. */
  async takeSeat(sessionId: string, personId: string, seatId: string): Promise<boolean> {
    return (await this.sql.row(takeSeat, [sessionId, personId, seatId])) !== undefined;
  }

  async open(session: OpenedSession): Promise<void> {
    await this.sql.rows(insertSession, [
      hashOfToken(session.token),
      session.personId,
      session.holdingId,
      session.delegationId,
      session.csrfToken,
      session.expiresAt,
      session.address,
      session.userAgent,
      session.strong,
      session.byIdentity,
    ]);
    await this.sql.rows(deleteExpired);
  }

  async listOpen(personId: string, currentId: string): Promise<OpenSession[]> {
    const rows = await this.sql.rows<OpenRow & Record<string, unknown>>(listOpen, [personId]);
    return rows.map((row) => ({
      id: row.id,
      current: row.id === currentId,
      createdAt: row.created_at.toISOString(),
      seenAt: row.seen_at.toISOString(),
      expiresAt: row.expires_at.toISOString(),
      address: row.address,
      userAgent: row.user_agent,
    }));
  }

  /** Ends one session, or with null all but the kept one; tells how many ended. */
  async revoke(
    personId: string,
    id: string | null,
    keptId: string | null,
    runner: SqlRunner = this.sql,
  ): Promise<number> {
    return (await runner.rows(revoke, [personId, id, keptId])).length;
  }

  async markSeen(id: string): Promise<void> {
    await this.sql.rows(markSeen, [id]);
  }

  async close(token: string): Promise<void> {
    await this.sql.rows(deleteSession, [hashOfToken(token)]);
  }

  async roleOf(unitId: string): Promise<'assigner' | 'central' | 'province' | 'leadership'> {
    const [row] = await this.sql.engine.rows<{ kind: string; owns_plan: boolean }>(findRole, [unitId]);
    if (row?.kind === 'leadership' || row?.kind === 'agency') return 'leadership';
    if (row?.owns_plan) return 'assigner';
    return row?.kind === 'provincialOffice' ? 'province' : 'central';
  }
}
