import { Injectable } from '@nestjs/common';
import type {
  EditPerson,
  GivePost,
  Invitation,
  NewPerson,
  PeopleQuery,
  Person,
  PersonInvited,
  PersonPageList,
} from '@phancong/contracts';

import { Sql, type SqlRunner } from '../../platform/database/sql.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { PasswordsRepository } from '../people/passwords.repository.js';
import type { Caller } from '../people/request-actor.js';
import { SecondFactorService } from '../people/second-factor.service.js';
import { makeToken } from '../people/secret-token.js';
import { actedBy, SecurityLog } from '../people/security-log.service.js';
import type { SecurityNote } from '../people/security-log.repository.js';
import { SessionsRepository } from '../people/sessions.repository.js';
import { existsOn, UnitsRepository } from '../units/units.repository.js';
import { KeptPeople } from './kept-people.js';
import { PeopleRepository, type KeptUnits } from './people.repository.js';

const invalid = (path: string, vi: string, en: string) =>
  new DomainError('VALIDATION_FAILED', { issues: [{ path: [path], message: vi, messageEn: en }] });

const stale = () =>
  new DomainError('STALE_VERSION', { who: 'quản trị viên khác', event: 'sửa người này', eventEn: 'edit' });

/**
 * People and posts, kept by administrators: of the agency for everybody, of another unit for its own people and those of the
 * units below. Nobody changes his own posts, and the last administrator of the agency stays.
 */
@Injectable()
export class PeopleService {
  constructor(
    private readonly sql: Sql,
    private readonly people: PeopleRepository,
    private readonly kept: KeptPeople,
    private readonly passwords: PasswordsRepository,
    private readonly sessions: SessionsRepository,
    private readonly factors: SecondFactorService,
    private readonly units: UnitsRepository,
    private readonly log: SecurityLog,
  ) {}

  async list(caller: Caller, query: PeopleQuery): Promise<PersonPageList> {
    const rows = await this.people.list(await this.kept.unitsOf(caller), query);
    const items = rows.slice(0, query.limit);
    return { items, next: rows.length > query.limit ? (items.at(-1)?.username ?? null) : null };
  }

  async show(caller: Caller, id: string): Promise<Person> {
    return this.find(await this.kept.unitsOf(caller), id);
  }

  async add(caller: Caller, { post, ...person }: NewPerson): Promise<PersonInvited> {
    const kept = await this.kept.unitsOf(caller);
    await this.refuseForeignUnit(kept, post, caller.today);
    return this.sql.transaction(async (runner) => {
      const id = await this.people.insert(person, runner);
      if (!id) throw new DomainError('USERNAME_TAKEN', { username: person.username });
      await this.people.givePost(id, post, runner);
      const added = await this.find(kept, id, runner);
      await this.told(caller, 'personAdded', null, added, runner);
      return { person: added, invitation: await this.inviteTo(caller, added, runner) };
    });
  }

  edit(caller: Caller, id: string, { expectedVersion, ...edit }: EditPerson): Promise<Person> {
    return this.change(caller, id, expectedVersion, edit, 'personChanged', async (runner) => {
      if (edit.disabled) await this.sessions.revoke(id, null, null, runner);
    });
  }

  async givePost(caller: Caller, id: string, given: GivePost, expectedVersion: number): Promise<Person> {
    await this.refuseForeignUnit(await this.kept.unitsOf(caller), given, caller.today);
    return this.change(caller, id, expectedVersion, {}, 'postGiven', (runner) =>
      this.people.givePost(id, given, runner),
    );
  }

  endPost(caller: Caller, id: string, holdingId: string, expectedVersion: number): Promise<Person> {
    return this.change(caller, id, expectedVersion, {}, 'postEnded', async (runner) => {
      if (!(await this.people.endPost(holdingId, id, runner))) throw new DomainError('NOT_FOUND');
    });
  }

  /** For whoever lost the device; the person signs in with the password alone and begins anew. */
  resetSecondFactor(caller: Caller, id: string, expectedVersion: number): Promise<Person> {
    return this.change(caller, id, expectedVersion, {}, 'secondFactorReset', (runner) =>
      this.factors.reset(id, runner),
    );
  }

  /** A new one-time link: for whoever lost the first one, or the password. */
  async invite(caller: Caller, id: string): Promise<Invitation> {
    const kept = await this.kept.unitsOf(caller);
    return this.sql.transaction(async (runner) => this.inviteTo(caller, await this.find(kept, id, runner), runner));
  }

  private async change(
    caller: Caller,
    id: string,
    expectedVersion: number,
    edit: Partial<EditPerson>,
    kind: SecurityNote['kind'],
    more: (runner: SqlRunner) => Promise<void>,
  ): Promise<Person> {
    const kept = await this.kept.unitsOf(caller);
    if (id === caller.actor.personId) {
      throw new DomainError(
        'NOT_ALLOWED',
        {},
        {
          vi: 'Không tự sửa chức vụ hay tài khoản của chính mình; hãy nhờ quản trị viên khác.',
          en: 'Nobody changes his own posts or account; ask another administrator.',
        },
      );
    }
    return this.sql.transaction(async (runner) => {
      await this.people.lock(runner);
      const before = await this.find(kept, id, runner);
      this.refuseReaching(kept, before);
      if (!(await this.people.change(id, expectedVersion, edit, runner))) throw stale();
      await more(runner);
      await this.people.refuseWithoutAdministrator(runner);
      const after = await this.find(kept, id, runner);
      await this.told(caller, kind, before, after, runner);
      return after;
    });
  }

  private async inviteTo(caller: Caller, person: Person, runner: SqlRunner): Promise<Invitation> {
    this.refuseReaching(await this.kept.unitsOf(caller), person);
    const token = makeToken();
    const expiresAt = await this.passwords.invite(token, person.id, caller.actor.personId, runner);
    await this.log.note({ kind: 'invited', ...actedBy(caller), about: person.username }, runner);
    const { username, fullName } = person;
    return { token, expiresAt: expiresAt.toISOString(), username, fullName };
  }

  private async told(
    caller: Caller,
    kind: SecurityNote['kind'],
    before: Person | null,
    after: Person,
    runner: SqlRunner,
  ): Promise<void> {
    const by = actedBy(caller);
    await this.people.record({ personId: after.id, by, action: kind, before, after }, runner);
    await this.log.note({ kind, ...by, about: after.username }, runner);
  }

  private async find(kept: KeptUnits, id: string, runner?: SqlRunner): Promise<Person> {
    const person = await this.people.find(kept, id, runner);
    if (!person) throw new DomainError('NOT_FOUND');
    return person;
  }

  /** The administrator of a province may not touch somebody who holds a post at headquarters as well. */
  private refuseReaching(kept: KeptUnits, { posts }: Person): void {
    if (kept !== null && posts.some(({ unitId }) => !kept.includes(unitId))) throw new DomainError('NOT_ALLOWED');
  }

  private async refuseForeignUnit(kept: KeptUnits, { unitId, validFrom }: GivePost, today: string): Promise<void> {
    const unit = (await this.units.all()).get(unitId);
    if (!unit || (kept !== null && !kept.includes(unitId))) {
      throw invalid('unitId', 'Hãy chọn đơn vị mà bạn quản trị.', 'Choose a unit that you keep.');
    }
    if (!existsOn(unit, validFrom ?? today)) {
      throw invalid('unitId', 'Đơn vị không tồn tại vào ngày bắt đầu.', 'The unit does not exist on the first day.');
    }
  }
}
