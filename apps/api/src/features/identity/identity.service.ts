import { Injectable } from '@nestjs/common';

import { Sql } from '../../platform/database/sql.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { SecurityLog } from '../people/security-log.service.js';
import { SessionsRepository } from '../people/sessions.repository.js';
import { SessionsService, type Opened, type Visitor } from '../people/sessions.service.js';
import { IdentityServerClient } from './identity-server.js';
import { IdentityRepository } from './identity.repository.js';
import type { Vouched } from './read-claims.js';
import { safeNext } from './safe-next.js';

/**
 * Signing in at the agency's identity server. Its subject says who somebody is; the user name is asked at the first time alone, and
 * of a person who is known here, unless newcomers are let in by their groups. What the groups give is held to the groups.
 */
@Injectable()
export class IdentityService {
  constructor(
    private readonly sql: Sql,
    private readonly server: IdentityServerClient,
    private readonly identities: IdentityRepository,
    private readonly sessions: SessionsService,
    private readonly seats: SessionsRepository,
    private readonly log: SecurityLog,
  ) {}

  /** The address at the identity server. `browser` is the mark that the browser keeps until it is back. */
  async begin(browser: string, next: string | undefined): Promise<string> {
    const ties = this.server.makeTies();
    const address = await this.server.addressFor(ties);
    await this.identities.keep(ties, browser, safeNext(next, this.server.settings.site));
    return address.href;
  }

  async finish(query: string, browser: string | undefined, visitor: Visitor): Promise<Opened & { next: string }> {
    const { strong: trusted } = this.server.settings;
    let username: string | null = null;
    try {
      const state = new URLSearchParams(query).get('state');
      const asked = state && browser ? await this.identities.take(state, browser) : undefined;
      if (!asked) throw new DomainError('IDENTITY_REFUSED');
      const vouched = await this.server.vouchFor(query, asked);
      username = vouched.username;
      const personId = await this.personOf(vouched, visitor.address);
      const entrant = await this.seats.findSeated(personId);
      if (!entrant) throw new DomainError('IDENTITY_UNKNOWN');
      const strong = vouched.strong || trusted;
      const opened = await this.sessions.open(entrant, visitor, { strong, byIdentity: true });
      return { ...opened, next: asked.next };
    } catch (error) {
      if (error instanceof DomainError) {
        await this.log.note({ kind: 'signInRefused', code: error.code, username, address: visitor.address });
      }
      throw error;
    }
  }

  addressToLeave(): Promise<string> {
    return this.server.addressToLeave();
  }

  /** Person and posts change together or not at all; of two first sign-ins at once one finds the link of the other. */
  private personOf(vouched: Vouched, address: string | null): Promise<string> {
    const { issuer, posts, newcomers } = this.server.settings;
    const given = vouched.groups.flatMap((group) => posts.get(group) ?? []);
    return this.sql.transaction(async (runner) => {
      let id = await this.identities.findLinked(issuer.href, vouched.subject, runner);
      if (!id) {
        const { username, fullName, subject } = vouched;
        if (!username) throw new DomainError('IDENTITY_UNKNOWN');
        if (newcomers && given.length > 0) await this.identities.insertNewcomer(username, fullName ?? username, runner);
        id = await this.identities.link(issuer.href, subject, username, runner);
        if (!id) throw new DomainError('IDENTITY_UNKNOWN');
        await this.log.note({ kind: 'identityLinked', personId: id, address, about: username }, runner);
      }
      if (posts.size > 0) await this.identities.keepPosts(id, given, runner);
      return id;
    });
  }
}
