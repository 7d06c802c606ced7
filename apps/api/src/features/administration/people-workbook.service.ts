import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import type {
  Invitation,
  PeopleWorkbookDone,
  PeopleWorkbookQuery,
  PeopleWorkbookRead,
  Person,
  Words,
} from '@phancong/contracts';
import { addDays } from '@phancong/calendar';

import { Sql, type SqlRunner } from '../../platform/database/sql.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { PasswordsRepository } from '../people/passwords.repository.js';
import type { Caller } from '../people/request-actor.js';
import { makeToken } from '../people/secret-token.js';
import { actedBy, SecurityLog } from '../people/security-log.service.js';
import { UnitsRepository } from '../units/units.repository.js';
import { readWorkbook, writeWorkbook } from '../units/workbook.js';
import { comparePeople } from './compare-people.js';
import { KeptPeople } from './kept-people.js';
import { readPeopleTable, writePeopleTable, type TablePost } from './people-table.js';
import { PeopleWorkbookRepository } from './people-workbook.repository.js';
import { refuseRows } from './refuse-rows.js';
import { PeopleRepository, type KeptUnits } from './people.repository.js';

const noWorkbook: Words = {
  vi: 'Tệp không phải bảng tính .xlsx của người dùng. Hãy xuất bảng, sửa trên tệp đó rồi nhập lại.',
  en: 'The file is no .xlsx of people. Export the table, edit that file and import it again.',
};

/** People as a workbook: it goes out as the list of today, and comes back to be looked at and then carried out as a whole. */
@Injectable()
export class PeopleWorkbookService {
  constructor(
    private readonly sql: Sql,
    private readonly people: PeopleRepository,
    private readonly tables: PeopleWorkbookRepository,
    private readonly kept: KeptPeople,
    private readonly passwords: PasswordsRepository,
    private readonly units: UnitsRepository,
    private readonly log: SecurityLog,
  ) {}

  async write(caller: Caller): Promise<Buffer> {
    const kept = await this.kept.unitsOf(caller);
    const units = await this.units.all();
    const rows = (await this.tables.listAll(kept, [])).flatMap(({ username, fullName, email, posts }): TablePost[] =>
      posts
        .filter(({ unitId, validTo }) => (validTo === null || validTo >= caller.today) && isKept(kept, unitId))
        .map(({ unitId, post, validFrom, validTo }) => {
          const unitName = units.get(unitId)?.shortName ?? '';
          return { username, fullName, email, unitId, unitName, post, validFrom, validTo };
        }),
    );
    return writeWorkbook(writePeopleTable(rows), 'Người dùng');
  }

  /** Asked before a byte of the file is read. */
  async refuseUnlessKeeper(caller: Caller): Promise<void> {
    await this.kept.unitsOf(caller);
  }

  async read(caller: Caller, bytes: Buffer, runner: SqlRunner = this.sql): Promise<PeopleWorkbookRead> {
    const rows = readWorkbook(bytes);
    if (!rows) throw new DomainError('UNKNOWN_FORMAT', {}, noWorkbook);
    const [kept, units] = await Promise.all([this.kept.unitsOf(caller), this.units.all()]);
    const { posts, faults } = readPeopleTable(rows, { units, kept });
    const known = await this.tables.listAll(
      kept,
      posts.map(({ username }) => username),
      runner,
    );
    const compared = comparePeople(posts, known, {
      today: caller.today,
      unitNames: (unitId) => units.get(unitId)?.shortName ?? unitId,
    });
    const all = [...faults, ...refuseRows({ caller, kept, units, posts, known })];
    const mine = compared.left.filter(({ username }) => !isOwn(caller, known, username));
    const nothing = { people: [], corrected: [], given: [], moved: [], left: [], unchanged: 0 };
    const found = all.length > 0 ? nothing : { ...compared, left: mine };
    const fingerprint = createHash('sha256').update(JSON.stringify(found)).digest('hex');
    return { faults: all, ...found, fingerprint };
  }

  /** All of it or nothing, and only what was looked at: what changed meanwhile is shown anew first. */
  async apply(caller: Caller, bytes: Buffer, asked: PeopleWorkbookQuery): Promise<PeopleWorkbookDone> {
    const by = actedBy(caller);
    return this.sql.transaction(async (runner) => {
      await this.people.lock(runner);
      const found = await this.read(caller, bytes, runner);
      if (found.faults.length > 0 || found.fingerprint !== asked.fingerprint) {
        throw new DomainError('STALE_VERSION', { who: 'quản trị viên khác', event: 'sửa người dùng', eventEn: 'edit' });
      }
      const added = await this.tables.insertPeople(found.people, by, runner);
      const corrected = await this.tables.correctPeople(found.corrected, by, runner);
      const given = await this.tables.givePosts(found.given, runner);
      const moved = await this.tables.setLastDays(found.moved, runner);
      const eve = addDays(caller.today, -1);
      const ending = asked.endLeft ? found.left.map(({ holdingId }) => ({ holdingId, validTo: eve })) : [];
      const ended = await this.tables.setLastDays(ending, runner);
      await this.people.refuseWithoutAdministrator(runner);
      const invitations = asked.invite ? await this.inviteAll(added, by.personId, runner) : [];
      const about = `+${added.length} người, ${corrected} sửa, +${given} chức vụ, ${moved} đổi ngày, ${ended} thôi`;
      await this.log.note({ kind: 'peopleImported', ...by, about }, runner);
      return { added: added.length, corrected, given, moved, ended, invitations };
    });
  }

  private async inviteAll(
    added: readonly { id: string; username: string; full_name: string }[],
    byPersonId: string,
    runner: SqlRunner,
  ): Promise<Invitation[]> {
    const made: Invitation[] = [];
    for (const { id, username, full_name: fullName } of added) {
      const token = makeToken();
      const expiresAt = await this.passwords.invite(token, id, byPersonId, runner);
      made.push({ token, expiresAt: expiresAt.toISOString(), username, fullName });
    }
    return made;
  }
}

const isKept = (kept: KeptUnits, unitId: string) => kept === null || kept.includes(unitId);

const isOwn = ({ actor }: Caller, known: readonly Person[], username: string) =>
  known.some((person) => person.id === actor.personId && person.username === username);
