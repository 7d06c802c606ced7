import { Injectable } from '@nestjs/common';
import type { ChangePassword, InvitationPage } from '@phancong/contracts';

import { Sql } from '../../platform/database/sql.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { judgePassword } from './judge-password.js';
import { hashPassword, isPassword } from './password.js';
import { PasswordsRepository } from './passwords.repository.js';
import type { Caller } from './request-actor.js';
import { actedBy, SecurityLog } from './security-log.service.js';
import { SessionsRepository } from './sessions.repository.js';
import { SignInGate } from './sign-in-gate.js';

/** Throws when the password is not good enough for this account; gives its hash. */
export async function hashGoodPassword(password: string, username: string): Promise<string> {
  const why = judgePassword(password, username);
  if (why) throw new DomainError('WEAK_PASSWORD', { why: why.vi, whyEn: why.en }, why);
  return hashPassword(password);
}

/** Choosing a password: by a one-time link, or signed in with the old one. */
@Injectable()
export class PasswordsService {
  constructor(
    private readonly sql: Sql,
    private readonly passwords: PasswordsRepository,
    private readonly sessions: SessionsRepository,
    private readonly gate: SignInGate,
    private readonly log: SecurityLog,
  ) {}

  async change(caller: Caller, { current, password }: ChangePassword): Promise<void> {
    const { personId } = caller.actor;
    const person = await this.passwords.find(personId);
    if (!person) throw new DomainError('NOT_FOUND');
    // The old password is a password: an unlocked screen must not let it be guessed.
    await this.gate.pass(person.username, { address: null, knownBrowser: undefined });
    if (!(await isPassword(current, person.password_hash))) throw new DomainError('WRONG_PASSWORD');
    const hash = await hashGoodPassword(password, person.username);
    await this.sql.transaction(async (runner) => {
      await this.passwords.set(personId, hash, runner);
      await this.sessions.revoke(personId, null, caller.sessionId, runner);
    });
    await this.log.note({ kind: 'passwordSet', ...actedBy(caller) });
  }

  async showInvitation(token: string): Promise<InvitationPage> {
    const found = await this.passwords.findInvitation(token);
    if (!found) throw new DomainError('LINK_EXPIRED');
    return { username: found.username, fullName: found.full_name, expiresAt: found.expires_at.toISOString() };
  }

  /** The link is spent with the password, not before: a weak one may be tried again. Old sessions end. */
  async acceptInvitation(token: string, password: string, address: string | null): Promise<void> {
    const found = await this.passwords.findInvitation(token);
    if (!found) throw new DomainError('LINK_EXPIRED');
    const hash = await hashGoodPassword(password, found.username);
    await this.sql.transaction(async (runner) => {
      const taken = await this.passwords.takeInvitation(token, runner);
      if (!taken) throw new DomainError('LINK_EXPIRED');
      await this.passwords.set(taken.person_id, hash, runner);
      await this.sessions.revoke(taken.person_id, null, null, runner);
    });
    await this.log.note({ kind: 'passwordSet', personId: found.person_id, address });
  }
}
