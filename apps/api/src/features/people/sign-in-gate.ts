import { Inject, Injectable } from '@nestjs/common';

import { CONFIG, type Config } from '../../platform/config/config.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { accountKey, addressKey, browserKey, SignInTriesRepository } from './sign-in-tries.repository.js';

/** Of a million codes three are right at any moment: few tries, and a wait after them. */
const CODE_TRIES = 5;
const codeKey = (door: string) => `code:${door}`;

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

  /** The password was right, though the door is not open yet. */
  async forgive({ key, address }: LetThrough): Promise<void> {
    await this.tries.succeed(key, address, this.config.signIn.windowMinutes);
  }

  /** Throws SIGN_IN_LOCKED when too many codes were tried at this door; only whoever has the password comes so far. */
  async passCode(door: string): Promise<void> {
    const [counted] = await this.tries.count([codeKey(door)], this.config.signIn.windowMinutes);
    if (counted && counted.tries > CODE_TRIES) {
      throw new DomainError('SIGN_IN_LOCKED', { minutes: Math.max(1, counted.minutes) });
    }
  }

  async codeSucceeded(door: string): Promise<void> {
    await this.tries.forget(codeKey(door));
  }

  /** The password was right: the count begins anew, and the browser is known from now on. */
  async succeeded({ key, address }: LetThrough, personId: string, browser: string): Promise<void> {
    await this.tries.succeed(key, address, this.config.signIn.windowMinutes);
    await this.tries.keepKnown(browser, personId);
  }
}
