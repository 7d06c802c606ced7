import { Injectable } from '@nestjs/common';
import type { Delegation, DelegationList, GiveDelegation, Words } from '@phancong/contracts';
import { refuseDeed, refuseDelegation } from '@phancong/workflows';

import { Sql } from '../../platform/database/sql.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { Caller } from '../people/request-actor.js';
import { actedBy, SecurityLog } from '../people/security-log.service.js';
import { requireDeed } from '../people/require-deed.js';
import { toDelegation } from './delegation.mapper.js';
import { DelegationsRepository, type DelegationRow } from './delegations.repository.js';

const refuse = (why: Words) => new DomainError('GUARD_REFUSED', { why: why.vi, whyEn: why.en }, why);

const invalid = (path: string, vi: string, en: string) =>
  new DomainError('VALIDATION_FAILED', { issues: [{ path: [path], message: vi, messageEn: en }] });

/**
 * Ủy quyền: somebody of the same unit acts in a post while its holder is away. Only the holder gives it, in his own seat:
 * what was delegated is not delegated on (Decree 30/2020/NĐ-CP, article 13).
 */
@Injectable()
export class DelegationsService {
  constructor(
    private readonly sql: Sql,
    private readonly delegations: DelegationsRepository,
    private readonly log: SecurityLog,
  ) {}

  async list({ actor, today }: Caller): Promise<DelegationList> {
    const mayGive = actor.onBehalfOf === undefined && !refuseDeed(actor, 'delegate');
    const [rows, colleagues, plans] = await Promise.all([
      this.delegations.list(actor.personId, seesWholeUnit(actor) ? actor.unitId : null),
      mayGive ? this.delegations.colleagues(actor.unitId, actor.personId) : [],
      mayGive ? this.delegations.plans(actor.unitId) : [],
    ]);
    return { items: rows.map((row) => toDelegation(row, today, mayEnd(actor, row))), colleagues, plans, mayGive };
  }

  async give(caller: Caller, asked: GiveDelegation): Promise<Delegation> {
    const { actor, today, seatId } = caller;
    requireDeed({ actor }, 'delegate', actor.onBehalfOf?.planId);
    if (actor.onBehalfOf) {
      throw refuse({
        vi: 'Người được ủy quyền không được ủy quyền lại. Hãy trở về chức vụ của mình.',
        en: 'What was delegated is not delegated on. Go back to your own post.',
      });
    }
    const why = refuseDelegation({ ...asked, fromPersonId: actor.personId }, [], today);
    if (why) throw refuse(why);
    const colleagues = await this.delegations.colleagues(actor.unitId, actor.personId);
    if (!colleagues.some(({ personId }) => personId === asked.toPersonId)) {
      throw invalid('toPersonId', 'Hãy chọn một người cùng đơn vị.', 'Choose somebody of your unit.');
    }
    if (asked.planId && !(await this.delegations.plans(actor.unitId)).some(({ id }) => id === asked.planId)) {
      throw invalid('planId', 'Hãy chọn kế hoạch mà đơn vị có việc.', 'Choose a plan in which the unit has work.');
    }
    const given = await this.sql.transaction(async (runner) => {
      await this.delegations.lockAll(runner);
      const others = await this.delegations.alive(runner);
      const circle = refuseDelegation({ ...asked, fromPersonId: actor.personId }, others, today);
      if (circle) throw refuse(circle);
      const id = await this.delegations.insertOnce(seatId, asked, actor.personId, runner);
      return this.delegations.find(id, runner);
    });
    if (!given) throw new DomainError('NOT_FOUND');
    await this.log.note({ kind: 'delegated', ...actedBy(caller), about: given.to_name });
    return toDelegation(given, today, true);
  }

  /** Ends it at once: who sits in that seat is put back into his own with the next request. */
  async end(caller: Caller, id: string): Promise<Delegation> {
    const { actor, today } = caller;
    const found = await this.delegations.find(id);
    if (!found || !mayEnd(actor, found)) throw new DomainError('NOT_FOUND');
    await this.delegations.end(id, actor.personId);
    await this.log.note({ kind: 'delegationEnded', ...actedBy(caller), about: found.to_name });
    const ended = await this.delegations.find(id);
    if (!ended) throw new DomainError('NOT_FOUND');
    return toDelegation(ended, today, false);
  }
}

type Actor = Caller['actor'];

const seesWholeUnit = (actor: Actor) => !refuseDeed(actor, 'endDelegations');

/** The giver, the receiver who gives it back, and who answers for the unit; nobody else knows of it. */
const mayEnd = (actor: Actor, row: DelegationRow) =>
  [row.from_person_id, row.to_person_id].includes(actor.personId) ||
  (seesWholeUnit(actor) && row.unit_id === actor.unitId);
