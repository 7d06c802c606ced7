import { randomInt, timingSafeEqual } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import type { SetUp, SetupPage } from '@phancong/contracts';

import { Sql } from '../../platform/database/sql.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { hashGoodPassword } from '../people/passwords.service.js';
import { SecurityLog } from '../people/security-log.service.js';
import { SignInGate } from '../people/sign-in-gate.js';
import { SetupRepository } from './setup.repository.js';

/** Without letters and digits that are taken for each other. */
const signs = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const group = () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('');

/** The first administrator of a real installation. Nobody has a default password; who is first at the site is not the owner. */
@Injectable()
export class SetupService {
  /** Told in the terminal or the log of the server alone; another one with every start. */
  readonly code = [group(), group(), group()].join('-');

  constructor(
    private readonly sql: Sql,
    private readonly setup: SetupRepository,
    private readonly gate: SignInGate,
    private readonly log: SecurityLog,
  ) {}

  isNeeded(): Promise<boolean> {
    return this.setup.isEmpty();
  }

  /** The code that the first person needs; null once somebody is there. */
  async neededCode(): Promise<string | null> {
    return (await this.isNeeded()) ? this.code : null;
  }

  async show(): Promise<SetupPage> {
    const needed = await this.isNeeded();
    return { needed, agencies: needed ? await this.setup.agencies() : [] };
  }

  async setUp({ code, agencyId, username, fullName, password }: SetUp, address: string | null): Promise<void> {
    if (!(await this.isNeeded())) throw new DomainError('NOT_FOUND');
    await this.gate.pass('cài đặt lần đầu', { address, knownBrowser: undefined });
    if (!this.isCode(code)) {
      throw new DomainError('VALIDATION_FAILED', {
        issues: [
          {
            path: ['code'],
            message: 'Mã cài đặt chưa đúng. Mã nằm trên màn hình dòng lệnh hoặc trong nhật ký của máy chủ.',
            messageEn: 'The code is not right. It stands in the terminal or the log of the server.',
          },
        ],
      });
    }
    if (!(await this.setup.agencies()).some(({ id }) => id === agencyId)) {
      throw new DomainError('VALIDATION_FAILED', {
        issues: [{ path: ['agencyId'], message: 'Hãy chọn cơ quan.', messageEn: 'Choose the agency.' }],
      });
    }
    const passwordHash = await hashGoodPassword(password, username);
    await this.sql.transaction(async (runner) => {
      await this.setup.lock(runner);
      if (!(await this.setup.isEmpty(runner))) throw new DomainError('NOT_FOUND');
      await this.setup.insertFirst({ username, fullName, passwordHash, agencyId }, runner);
    });
    await this.log.note({ kind: 'setUp', username, address, about: fullName });
  }

  private isCode(given: string): boolean {
    const [a, b] = [Buffer.from(given.trim().toUpperCase()), Buffer.from(this.code)];
    return a.length === b.length && timingSafeEqual(a, b);
  }
}
