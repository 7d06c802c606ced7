import { Injectable } from '@nestjs/common';
import type { TableItem } from '@phancong/contracts';
import { v7 as newId } from 'uuid';

import type { SqlRunner } from '../../platform/database/sql.js';
import { PlanReviewRepository, wordsOfRow, type PlanItemRow } from '../plans/plan-review.repository.js';
import { birthOf, changeRow, newWords, noChanges, type RowWords } from '../plans/review-changes.js';
import type { RowPlan } from './preview-amendment.js';

/** Puts the rows of an amendment into the table of the plan; dropped rows stay marked, nothing that was read is lost. */
@Injectable()
export class WriteAmendedTable {
  constructor(private readonly review: PlanReviewRepository) {}

  /** Writes the rows and tells the id of each, the added ones included. */
  async write(
    planId: string,
    rows: readonly RowPlan[],
    personId: string,
    runner: SqlRunner,
  ): Promise<ReadonlyMap<string, string>> {
    const standing = new Map((await this.review.items(planId, runner)).map((row) => [row.id, row]));
    const ids = new Map<string, string>();
    const changes = noChanges();
    for (const { key, before, after } of rows) {
      const row = before ? standing.get(before.id) : undefined;
      if (!row) continue;
      ids.set(key, row.id);
      const words = wordsOfRow(row);
      const own = { id: row.id, version: row.version, words, read: row.read };
      changes.rows.push(changeRow(own, after ? { ...after, removed: false } : { removed: true }));
    }
    await this.review.write(planId, changes, personId, runner);
    for (const { key, after, before } of rows) {
      if (before || !after) continue;
      ids.set(key, await this.bear(planId, after, rows, personId, runner));
    }
    return ids;
  }

  /** A row that the amendment adds stands below the row above it in the amended table. */
  private async bear(
    planId: string,
    item: TableItem,
    rows: readonly RowPlan[],
    personId: string,
    runner: SqlRunner,
  ): Promise<string> {
    const id = newId();
    const words: RowWords = newWords(item);
    const position = placeFor(await this.review.items(planId, runner), item, rows);
    await this.review.insert(planId, { id, position, read: birthOf(words, null) }, runner);
    const bornWords = { ...words, removed: true };
    await this.review.write(
      planId,
      { ...noChanges(), rows: [{ id, before: bornWords, after: words }] },
      personId,
      runner,
    );
    return id;
  }
}

/** Below the row that the amended table has above it; else below the last row of the same part; else at the end. */
function placeFor(items: readonly PlanItemRow[], { ref }: TableItem, rows: readonly RowPlan[]): number {
  const added = rows.flatMap(({ differences }) => differences).find((one) => one.kind === 'added' && one.ref === ref);
  const above = added?.kind === 'added' && added.position > 0 ? items[added.position - 1] : undefined;
  if (above) return above.position + 1;
  if (added?.kind === 'added' && added.position === 0) return items[0]?.position ?? 0;
  return (items.at(-1)?.position ?? -1) + 1;
}
