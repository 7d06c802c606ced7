import { Inject, Injectable } from '@nestjs/common';
import type { OpenSession, Session, SignIn } from '@phancong/contracts';

import { CONFIG, type Config } from '../../platform/config/config.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { Browser } from './browser.js';
import { isPassword } from './password.js';
import type { Caller } from './request-actor.js';
import { makeToken } from './secret-token.js';
import { actedBy, SecurityLog } from './security-log.service.js';
import { SessionsRepository } from './sessions.repository.js';
import { SecondFactorService } from './second-factor.service.js';
import { SignInGate, type LetThrough } from './sign-in-gate.js';

/** Whoever is at the door: where from, and the mark of a browser in which somebody signed in before. */
export interface Visitor extends Browser {
  knownBrowser: string | undefined;
}

export interface Opened {
  token: string;
  session: Session;
  /** The mark to leave in the browser. */
  knownBrowser: string;
}

/** What was shown at the door besides who it is. */
export interface Shown {
  strong: boolean;
  byIdentity: boolean;
}

interface Entrant {
  id: string;
  holding_id: string;
  delegation_id: string | null;
}

/** Coming in, acting in a seat, going out. */
@Injectable()
export class SessionsService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly sessions: SessionsRepository,
    private readonly gate: SignInGate,
    private readonly factors: SecondFactorService,
    private readonly log: SecurityLog,
  ) {}

  async signIn({ username: typed, password, code }: SignIn, visitor: Visitor): Promise<Opened> {
    const username = typed.toLowerCase();
    const about = { username, address: visitor.address };
    try {
      const passed = await this.gate.pass(username, visitor);
      const person = await this.sessions.findPerson(username);
      const right = await isPassword(password, person?.password_hash);
      if (!person || !right) throw new DomainError('WRONG_PASSWORD');
      const strong = await this.askCode(person.id, code, passed);
      const opened = await this.open(person, visitor, { strong, byIdentity: false });
      await this.gate.succeeded(passed, person.id, opened.knownBrowser);
      return opened;
    } catch (error) {
      if (error instanceof DomainError && error.code !== 'SECOND_FACTOR_ASKED')
        await this.log.note({ kind: 'signInRefused', code: error.code, ...about });
      throw error;
    }
  }

  /** Opens a session for somebody who has shown who he is. */
  async open(person: Entrant, visitor: Visitor, shown: Shown): Promise<Opened> {
    const token = makeToken();
    const expiresAt = new Date(Date.now() + this.config.sessionHours * 3_600_000);
    await this.sessions.open({
      token,
      personId: person.id,
      holdingId: person.holding_id,
      delegationId: person.delegation_id,
      csrfToken: makeToken(),
      expiresAt,
      address: visitor.address,
      userAgent: visitor.userAgent,
      ...shown,
    });
    const caller = await this.sessions.findCaller(token);
    if (!caller) throw new DomainError('WRONG_PASSWORD');
    await this.log.note({ kind: 'signedIn', ...actedBy(caller), address: visitor.address });
    return { token, session: await this.describe(caller), knownBrowser: visitor.knownBrowser ?? makeToken() };
  }

  /** A right password without a code costs no try: the form asks twice for one sign-in. */
  private async askCode(personId: string, code: string | undefined, passed: LetThrough): Promise<boolean> {
    if (code === undefined) await this.gate.forgive(passed);
    return this.factors.ask(personId, code, passed.key);
  }

  async describe({ actor, seatId, csrfToken, expiresAt, strong, byIdentity }: Caller): Promise<Session> {
    const [seats, role] = await Promise.all([
      this.sessions.seatsOf(actor.personId),
      this.sessions.roleOf(actor.unitId),
    ]);
    return {
      actor,
      seatId,
      seats,
      csrfToken,
      expiresAt: expiresAt.toISOString(),
      role,
      byIdentity,
      secondFactorNeeded: !strong && this.config.secondFactorFor.has(actor.post),
    };
  }

  /** The same session in another seat: from now on it acts for that unit and post. */
  async takeSeat(caller: Caller, seatId: string, token: string | undefined): Promise<Session> {
    const taken = await this.sessions.takeSeat(caller.sessionId, caller.actor.personId, seatId);
    const now = taken && token ? await this.sessions.findCaller(token) : undefined;
    if (!now) throw new DomainError('NOT_FOUND');
    await this.log.note({ kind: 'seatTaken', ...actedBy(now) });
    return this.describe(now);
  }

  list(caller: Caller): Promise<OpenSession[]> {
    return this.sessions.listOpen(caller.actor.personId, caller.sessionId);
  }

  async revoke(caller: Caller, id: string): Promise<void> {
    const ended = await this.sessions.revoke(caller.actor.personId, id, null);
    if (ended === 0) throw new DomainError('NOT_FOUND');
    await this.log.note({ kind: 'sessionRevoked', ...actedBy(caller) });
  }

  async signOut(caller: Caller, token: string | undefined): Promise<void> {
    if (token) await this.sessions.close(token);
    await this.log.note({ kind: 'signedOut', ...actedBy(caller) });
  }
}
