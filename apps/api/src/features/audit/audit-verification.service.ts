import type { KeyObject } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { flowOf, knowsFlow } from '@phancong/workflows';

import { AuditChainRepository, type BrokenLink, type Head } from './audit-chain.repository.js';
import type { AuditFinding } from './audit-finding.js';
import { isSealSigned } from './seal-signature.js';
import { compareWithSeal, readSealContents, type SealedRow } from './seal-contents.js';

/** Finds rows that were changed, removed or put elsewhere, in every chain and every seal, and names them. */
@Injectable()
export class AuditVerificationService {
  constructor(private readonly chains: AuditChainRepository) {}

  /** `kept` are heads that were exported earlier and kept where nobody of this database reaches. */
  async verify(kept: readonly Head[] = [], publicKey: KeyObject | null = null): Promise<AuditFinding[]> {
    const links = [...(await this.historyFindings()), ...(await this.entryFindings())];
    const seals = await this.sealFindings(links, kept);
    const signatures = publicKey ? signatureFindings([...(await this.chains.heads()), ...kept], publicKey) : [];
    return [...links, ...(await this.endFindings(links)), ...seals, ...signatures];
  }

  private async historyFindings(): Promise<AuditFinding[]> {
    const broken = await this.chains.brokenLinks('history');
    const findings: AuditFinding[] = [];
    for (const link of broken) {
      const chain = String(link.link['instance_id']);
      const finding = await this.findingOf(chain, link, (row) => this.describe(chain, row));
      if (finding) findings.push(finding);
    }
    return findings;
  }

  private async entryFindings(): Promise<AuditFinding[]> {
    const broken = await this.chains.brokenLinks('entries');
    const findings: AuditFinding[] = [];
    for (const link of broken) {
      const { subject_kind: kind, subject_id: id, action, person_id: person, on_day: day } = link.link;
      const finding = await this.findingOf(`${String(kind)} ${String(id)}`, link, async (row) =>
        row === link.number ? [action, person, day].filter(Boolean).map(String).join(', ') : '',
      );
      if (finding) findings.push(finding);
    }
    return findings;
  }

  /** A row that fits where it stands, after a row that is not the one it was written after, is itself whole. */
  private async findingOf(
    chain: string,
    { number, was, gap_from: gap }: BrokenLink,
    describe: (row: number) => Promise<string>,
  ): Promise<AuditFinding | null> {
    if (was !== null && was !== number) {
      return { fault: 'reordered', chain, rows: [number, number], was, what: await describe(number) };
    }
    if (gap !== null) return { fault: 'removed', chain, rows: [gap, number - 1], what: '' };
    if (was === number) return null;
    return { fault: 'changed', chain, rows: [number, number], what: await describe(number) };
  }

  private async endFindings(known: readonly AuditFinding[]): Promise<AuditFinding[]> {
    const findings: AuditFinding[] = [];
    const isKnown = (id: string) => known.some(({ chain, fault }) => chain === id && fault === 'reordered');
    for (const { id, version, last } of await this.chains.wrongEnds()) {
      if (isKnown(id)) continue;
      const what = await this.describe(id, last ?? -1);
      findings.push(
        last !== null && last > version
          ? { fault: 'added', chain: id, rows: [version + 1, last], what }
          : { fault: 'cutOff', chain: id, rows: [(last ?? -1) + 1, version], what },
      );
    }
    for (const { id, last } of await this.chains.lostInstances()) {
      findings.push({ fault: 'instanceGone', chain: id, rows: [0, last], what: await this.describe(id, last) });
    }
    return findings;
  }

  private async sealFindings(known: readonly AuditFinding[], kept: readonly Head[]): Promise<AuditFinding[]> {
    const findings: AuditFinding[] = [];
    for (const seal of await this.chains.checkSeals()) {
      const chain = `#${seal.number}`;
      if (!seal.chained) findings.push({ fault: 'sealRemoved', chain, rows: null, what: seal.until });
      if (seal.holds && seal.rows === seal.found) continue;
      findings.push({ fault: 'sealBroken', chain, rows: null, what: `${seal.rows} → ${seal.found}` });
      const sealed = readSealContents(await this.chains.contents(seal.number));
      const { removed, changed, added } = compareWithSeal(
        sealed,
        await this.chains.rowsBetween(seal.since, seal.until),
      );
      const tell = async (fault: AuditFinding['fault'], rows: readonly SealedRow[]) => {
        for (const { id, number } of rows) {
          const isKnown = known.some(
            (finding) => finding.chain === id && finding.rows && finding.rows[0] <= number && number <= finding.rows[1],
          );
          if (!isKnown) {
            findings.push({ fault, chain: id, rows: [number, number], what: await this.describe(id, number) });
          }
        }
      };
      await tell('removed', removed);
      await tell('changed', changed);
      await tell('added', added);
    }
    const now = new Map((await this.chains.heads()).map((head) => [head.number, head.head]));
    for (const { number, head, until } of kept) {
      if (now.get(number) !== head)
        findings.push({ fault: 'headDiffers', chain: `#${number}`, rows: null, what: until });
    }
    return findings;
  }

  private async describe(instanceId: string, version: number): Promise<string> {
    const row = await this.chains.name(instanceId, version);
    if (!row) return '';
    const words =
      row.flow && row.machine_version !== null && row.event && knowsFlow(row.flow, row.machine_version)
        ? flowOf(row.flow, row.machine_version).events[row.event]?.words.vi
        : undefined;
    const did = words ?? row.event;
    return [row.title, did && `«${did}»`, row.full_name, row.unit_name, row.on_day].filter(Boolean).join(', ');
  }
}

/** A head that is made anew has to be signed anew: that takes the key, which is not in the database. */
function signatureFindings(heads: readonly Head[], publicKey: KeyObject): AuditFinding[] {
  return heads.flatMap((head): AuditFinding[] => {
    const finding = { chain: `#${head.number}`, rows: null, what: head.until };
    if (head.signature === null) return [{ fault: 'unsigned', ...finding }];
    if (!head.signature) return [];
    const fits = isSealSigned(head, Buffer.from(head.signature, 'base64'), publicKey);
    return fits ? [] : [{ fault: 'wrongSignature', ...finding }];
  });
}
