import { Injectable } from '@nestjs/common';
import type { FlowId } from '@phancong/contracts';

import { Sql } from '../../platform/database/sql.js';
import { brokenLinks, chains, lostInstances, nameRow, wrongEnds } from './chain-statements.js';
import {
  checkSeals,
  closeRecord,
  keepSignature,
  lastSeal,
  listHeads,
  makeSeal,
  readContents,
  rowsBetween,
} from './seal-statements.js';

export interface BrokenLink {
  link: Record<string, unknown>;
  number: number;
  /** The number under which the row was written, where it fits. */
  was: number | null;
  /** First number that is missing before the row. */
  gap_from: number | null;
}

export interface NamedRow {
  flow: FlowId | null;
  machine_version: number | null;
  title: string | null;
  event: string | null;
  on_day: string | null;
  full_name: string | null;
  unit_name: string | null;
}

export interface Head {
  number: number;
  until: string;
  rows: string;
  head: string;
  /** Base64; null where it was not signed, empty where it was sealed before there were signatures. */
  signature?: string | null | undefined;
}

export interface CheckedSeal {
  number: number;
  since: string;
  until: string;
  rows: string;
  found: string;
  /** The rows are those that were sealed. */
  holds: boolean;
  /** The seal follows the one before it. */
  chained: boolean;
}

/** Reads the chains whole and makes their seals; the statements stand beside. */
@Injectable()
export class AuditChainRepository {
  constructor(private readonly sql: Sql) {}

  brokenLinks(of: keyof typeof chains): Promise<BrokenLink[]> {
    return this.sql.rows<BrokenLink & Record<string, unknown>>(brokenLinks(chains[of]));
  }

  wrongEnds() {
    return this.sql.rows<{ id: string; version: number; last: number | null }>(wrongEnds);
  }

  lostInstances() {
    return this.sql.rows<{ id: string; last: number }>(lostInstances);
  }

  async name(instanceId: string, version: number): Promise<NamedRow | undefined> {
    return this.sql.row<NamedRow & Record<string, unknown>>(nameRow, [instanceId, version]);
  }

  /** True when a seal reaches to the instant already. */
  async isSealed(until: string): Promise<boolean> {
    return (await this.sql.row<{ covers: boolean }>(lastSeal, [until]))?.covers ?? false;
  }

  /** Seals everything before the instant, or before now where that is earlier; false when another did it meanwhile. */
  async seal(until: string): Promise<boolean> {
    const closed = await this.sql.row<{ until: string }>(closeRecord, [until]);
    if (!closed) throw new Error('The database did not close the record.');
    return (await this.sql.rows(makeSeal, [closed.until])).length > 0;
  }

  heads(): Promise<Head[]> {
    return this.sql.rows<Head & Record<string, unknown>>(listHeads);
  }

  /** Signs the newest head, if nobody did. Older ones are never signed: a record that was rewritten must not get good signatures. */
  async signNewest(signatureOf: (head: Head) => Buffer): Promise<void> {
    const newest = (await this.heads()).at(-1);
    if (newest?.signature !== null || newest === undefined) return;
    await this.sql.rows(keepSignature, [newest.number, signatureOf(newest)]);
  }

  checkSeals(): Promise<CheckedSeal[]> {
    return this.sql.rows<CheckedSeal & Record<string, unknown>>(checkSeals);
  }

  async contents(number: number): Promise<Buffer> {
    return (await this.sql.row<{ contents: Buffer }>(readContents, [number]))?.contents ?? Buffer.alloc(0);
  }

  rowsBetween(since: string, until: string) {
    return this.sql.rows<{ id: string; number: number; mark: string }>(rowsBetween, [since, until]);
  }
}
