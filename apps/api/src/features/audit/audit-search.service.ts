import { Injectable } from '@nestjs/common';
import type { Actor, AuditLine, AuditPage, AuditQuery } from '@phancong/contracts';

import { DomainError } from '../../platform/errors/domain-error.js';
import { requireDeed } from '../people/require-deed.js';
import { toAuditLine } from './audit-line.js';
import { AuditSearchRepository, type AuditPosition, type AuditRow } from './audit-search.repository.js';

const MOST_EXPORTED = 20_000;
const CHUNK = 2000;

const positionOf = ({ instant, id, number }: AuditRow): AuditPosition => ({ instant, id, number });

function readPosition(text: string | undefined): AuditPosition | null {
  if (text === undefined) return null;
  const match = /^(\d{1,17})_([0-9a-f-]{36})_(\d{1,9})$/.exec(text);
  if (!match?.[1] || !match[2] || !match[3])
    throw new DomainError('VALIDATION_FAILED', { issues: [{ path: ['after'] }] });
  return { instant: match[1], id: match[2], number: Number(match[3]) };
}

/** Who answers for a unit or for the system looks into the record; what is found is what the unit may see. */
@Injectable()
export class AuditSearchService {
  constructor(private readonly record: AuditSearchRepository) {}

  async search(actor: Actor, query: AuditQuery): Promise<AuditPage> {
    requireDeed({ actor }, 'readRecord');
    const rows = await this.record.search(query, readPosition(query.after), query.limit + 1);
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    const next = rows.length > query.limit && last ? `${last.instant}_${last.id}_${last.number}` : null;
    return { items: shown.map(toAuditLine), next };
  }

  /** Everything that is looked for, up to what a spreadsheet is opened for; a narrower search gets the rest. */
  async all(actor: Actor, query: AuditQuery): Promise<AuditLine[]> {
    requireDeed({ actor }, 'readRecord');
    const lines: AuditLine[] = [];
    let position: AuditPosition | null = null;
    while (lines.length < MOST_EXPORTED) {
      const rows: AuditRow[] = await this.record.search(query, position, CHUNK);
      lines.push(...rows.map(toAuditLine));
      const last = rows.at(-1);
      if (rows.length < CHUNK || !last) break;
      position = positionOf(last);
    }
    return lines;
  }
}
