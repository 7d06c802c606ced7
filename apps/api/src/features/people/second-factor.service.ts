import { Inject, Injectable } from '@nestjs/common';
import type { RecoveryCodes, SecondFactor, SecondFactorStarted } from '@phancong/contracts';

import { CONFIG, type Config } from '../../platform/config/config.js';
import { Sql, type SqlRunner } from '../../platform/database/sql.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { SecretBox } from '../../platform/secrets/secret-box.js';
import { isPassword } from './password.js';
import { makeRecoveryCodes, readRecoveryCode } from './recovery-codes.js';
import type { Caller } from './request-actor.js';
import { SecondFactorRepository, type SecondFactorRow } from './second-factor.repository.js';
import { actedBy, SecurityLog } from './security-log.service.js';
import { SessionsRepository } from './sessions.repository.js';
import { SignInGate } from './sign-in-gate.js';
import { addressOfTotp, makeTotpSecret, stepOfCode } from './totp.js';

const PURPOSE = 'second factor';

const notNow = (vi: string, en: string) => new DomainError('SECOND_FACTOR_STATE', { why: vi, whyEn: en }, { vi, en });

/** The code of an authenticator besides the password (RFC 6238), and what replaces it on the day the device is lost. */
@Injectable()
export class SecondFactorService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly sql: Sql,
    private readonly factors: SecondFactorRepository,
    private readonly sessions: SessionsRepository,
    private readonly gate: SignInGate,
    private readonly box: SecretBox,
    private readonly log: SecurityLog,
  ) {}

  /**
   * Asks for the second factor of somebody whose password was right. True when it was shown, false when he has none.
   * `door` names the count of tries: where a password can be guessed in one place, codes can be guessed in that place alone.
   */
  async ask(personId: string, code: string | undefined, door: string): Promise<boolean> {
    const factor = await this.factors.find(personId);
    if (!factor?.on) return false;
    if (code === undefined) throw new DomainError('SECOND_FACTOR_ASKED');
    await this.gate.passCode(door);
    await this.prove(personId, factor, code);
    await this.gate.codeSucceeded(door);
    return true;
  }

  async show({ actor }: Caller): Promise<SecondFactor> {
    const factor = await this.find(actor.personId);
    return {
      available: this.box.isThere && factor.password_hash !== null,
      on: factor.on,
      required: this.config.secondFactorFor.has(actor.post),
      recoveryCodesLeft: factor.on ? factor.codes_left : 0,
    };
  }

  /** The password again: an unlocked screen must not bind somebody else's telephone to the account. */
  async start({ actor }: Caller, password: string): Promise<SecondFactorStarted> {
    const { personId } = actor;
    if (!this.box.isThere) {
      throw notNow(
        'Máy chủ chưa có khóa bí mật nên chưa bật được xác thực hai bước; hãy báo quản trị viên.',
        'The server has no secret key, so the second factor cannot be used; tell the administrator.',
      );
    }
    const { username, password_hash } = await this.find(personId);
    const passed = await this.gate.pass(username, { address: null, knownBrowser: undefined });
    if (!(await isPassword(password, password_hash))) throw new DomainError('WRONG_PASSWORD');
    await this.gate.forgive(passed);
    const secret = makeTotpSecret();
    if (!(await this.factors.start(personId, this.box.seal(secret, PURPOSE, personId)))) {
      throw notNow('Xác thực hai bước đang bật rồi.', 'The second factor is on already.');
    }
    return { secret, address: addressOfTotp(secret, username) };
  }

  /** The first code shows that the device has the secret. Whoever is signed in elsewhere has to show one too. */
  async confirm(caller: Caller, code: string): Promise<RecoveryCodes> {
    const { personId } = caller.actor;
    const factor = await this.find(personId);
    const step = factor.secret && !factor.on ? stepOfCode(this.secretOf(personId, factor), code, Date.now()) : null;
    if (step === null) throw new DomainError('WRONG_CODE');
    const codes = makeRecoveryCodes();
    await this.sql.transaction(async (runner) => {
      if (!(await this.factors.confirm(personId, step, runner))) throw new DomainError('WRONG_CODE');
      await this.factors.replaceCodes(personId, this.fingerprints(personId, codes), runner);
      await this.factors.strengthen(caller.sessionId, runner);
      await this.sessions.revoke(personId, null, caller.sessionId, runner);
      await this.log.note({ kind: 'secondFactorOn', ...actedBy(caller) }, runner);
    });
    return { codes };
  }

  /** For a session that came in without it, and sits in a post now that asks for it. */
  async showCode(caller: Caller, code: string): Promise<void> {
    await this.demand(caller, code);
    await this.factors.strengthen(caller.sessionId);
  }

  async makeCodes(caller: Caller, code: string): Promise<RecoveryCodes> {
    const { personId } = caller.actor;
    await this.demand(caller, code);
    const codes = makeRecoveryCodes();
    await this.sql.transaction(async (runner) => {
      await this.factors.replaceCodes(personId, this.fingerprints(personId, codes), runner);
      await this.log.note({ kind: 'recoveryCodesMade', ...actedBy(caller) }, runner);
    });
    return { codes };
  }

  async turnOff(caller: Caller, code: string): Promise<void> {
    if (this.config.secondFactorFor.has(caller.actor.post)) {
      throw notNow(
        'Chức vụ của bạn phải xác thực hai bước nên không tắt được.',
        'Your post takes a second factor; it cannot be turned off.',
      );
    }
    await this.demand(caller, code);
    await this.sql.transaction(async (runner) => {
      await this.factors.remove(caller.actor.personId, runner);
      await this.log.note({ kind: 'secondFactorOff', ...actedBy(caller) }, runner);
    });
  }

  /** Taken away by an administrator from somebody who lost the device; the caller has asked whether he may. */
  async reset(personId: string, runner: SqlRunner): Promise<void> {
    if (!(await this.factors.remove(personId, runner))) {
      throw notNow('Người này chưa bật xác thực hai bước.', 'This person has no second factor.');
    }
    await this.sessions.revoke(personId, null, null, runner);
  }

  private async demand({ actor }: Caller, code: string): Promise<void> {
    if (!(await this.ask(actor.personId, code, `session:${actor.personId}`))) {
      throw notNow('Xác thực hai bước chưa bật.', 'The second factor is not on.');
    }
  }

  private async prove(personId: string, factor: SecondFactorRow, typed: string): Promise<void> {
    const step = stepOfCode(this.secretOf(personId, factor), typed, Date.now());
    if (step !== null && (await this.factors.takeStep(personId, step))) return;
    const recovery = readRecoveryCode(typed);
    const [print] = recovery === null ? [] : this.fingerprints(personId, [recovery]);
    if (!print || !(await this.factors.takeRecoveryCode(personId, print))) throw new DomainError('WRONG_CODE');
    await this.log.note({ kind: 'recoveryCodeUsed', personId });
  }

  private secretOf(personId: string, { secret }: SecondFactorRow): string {
    if (!secret) throw new DomainError('WRONG_CODE');
    return this.box.open(secret, PURPOSE, personId);
  }

  private fingerprints(personId: string, codes: readonly string[]): Buffer[] {
    return codes.map((code) => this.box.fingerprint(`${personId} ${code}`, 'recovery code'));
  }

  private async find(personId: string): Promise<SecondFactorRow> {
    const factor = await this.factors.find(personId);
    if (!factor) throw new DomainError('NOT_FOUND');
    return factor;
  }
}
