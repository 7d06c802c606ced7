import { randomBytes } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import type { Session, SignIn } from '@phancong/contracts';

import { DomainError } from '../../platform/errors/domain-error.js';
import type { Browser } from './browser.js';
import type { Caller } from './request-actor.js';
import { SessionsRepository } from './sessions.repository.js';

const SESSION_HOURS = 12;

/** argon2id with the parameters that OWASP names first for 19 MiB. */
export const hashPassword = (password: string) =>
  hash(password.normalize('NFC'), { memoryCost: 19_456, timeCost: 2, parallelism: 1 });

@Injectable()
export class SessionsService {
  /** Verified when there is no such person, so that the time of a refusal does not tell who exists. */
  private readonly nobody = hashPassword(randomBytes(16).toString('hex'));

  constructor(private readonly sessions: SessionsRepository) {}

  async signIn({ username, password }: SignIn, from: Browser): Promise<{ token: string; session: Session }> {
    const person = await this.sessions.findPerson(username.toLowerCase());
    const right = await verify(person?.password_hash ?? (await this.nobody), password.normalize('NFC'));
    if (!person || !right) throw new DomainError('WRONG_PASSWORD');
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(Date.now() + SESSION_HOURS * 3_600_000);
    await this.sessions.open({
      token,
      personId: person.id,
      holdingId: person.holding_id,
      delegationId: person.delegation_id,
      csrfToken: randomBytes(24).toString('base64url'),
      expiresAt,
      ...from,
    });
    const caller = await this.sessions.findCaller(token);
    if (!caller) throw new DomainError('WRONG_PASSWORD');
    return { token, session: await this.describe(caller) };
  }

  async describe({ actor, seatId, csrfToken, expiresAt }: Caller): Promise<Session> {
    const [seats, role] = await Promise.all([
      this.sessions.seatsOf(actor.personId),
      this.sessions.roleOf(actor.unitId),
    ]);
    return { actor, seatId, seats, csrfToken, expiresAt: expiresAt.toISOString(), role };
  }

  /** The same session in another seat: from now on it acts for that unit and post. */
  async takeSeat(caller: Caller, seatId: string, token: string | undefined): Promise<Session> {
    const taken = await this.sessions.takeSeat(caller.sessionId, caller.actor.personId, seatId);
    const now = taken && token ? await this.sessions.findCaller(token) : undefined;
    if (!now) throw new DomainError('NOT_FOUND');
    return this.describe(now);
  }

  async signOut(token: string | undefined): Promise<void> {
    if (token) await this.sessions.close(token);
  }
}
