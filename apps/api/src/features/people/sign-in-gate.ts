import { Inject, Injectable } from '@nestjs/common';

import { CONFIG, type Config } from '../../platform/config/config.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { accountKey, addressKey, browserKey, SignInTriesRepository } from './sign-in-tries.repository.js';

/** A try that was let through to the password, to be told when the password was right. */
export interface LetThrough {
  key: string;
  address: string;
}

/**
 * Throttles sign-in by account and by address. A browser in which the person signed in before has a count of its own, so
 * whoever types wrong passwords for somebody's account locks out strangers alone, never its owner at his own machine.
 * Accounts that do not exist are counted alike: a lock tells nothing.
 */
@Injectable()
export class SignInGate {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly tries: SignInTriesRepository,
  ) {}

  /** Throws SIGN_IN_LOCKED when there were too many tries. */
  async pass(
    username: string,
    from: { address: string | null; knownBrowser: string | undefined },
  ): Promise<LetThrough> {
    const { accountTries, addressTries, windowMinutes } = this.config.signIn;
    const known =
      from.knownBrowser !== undefined && (await this.tries.isKnown(from.knownBrowser, username))
        ? from.knownBrowser
        : undefined;
    const key = known === undefined ? accountKey(username) : browserKey(known);
    const address = addressKey(from.address);
    const counted = await this.tries.count([key, address], windowMinutes);
    const over = counted.filter(({ key: at, tries }) => tries > (at === address ? addressTries : accountTries));
    if (over.length > 0) {
      const minutes = Math.max(1, ...over.map((one) => one.minutes));
      throw new DomainError('SIGN_IN_LOCKED', { minutes });
    }
    return { key, address };
  }

  /** The password was right: the count begins anew, and the browser is known from now on. */
  async succeeded({ key, address }: LetThrough, personId: string, browser: string): Promise<void> {
    await this.tries.succeed(key, address, this.config.signIn.windowMinutes);
    await this.tries.keepKnown(browser, personId);
  }
}
