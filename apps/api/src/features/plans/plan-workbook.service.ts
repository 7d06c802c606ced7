import { Injectable } from '@nestjs/common';
import type { PlanRow, StatusCounts } from '@phancong/contracts';
import { writeTable, type ColumnBeside } from '@phancong/plan-reader';

import type { Caller } from '../people/request-actor.js';
import { writeWorkbook } from '../units/workbook.js';
import { PlanBoardService } from './plan-board.service.js';
import { PlansService } from './plans.service.js';

const ROWS_AT_ONCE = 200;

const counted = (header: string, box: keyof StatusCounts): ColumnBeside<PlanRow> => ({
  header,
  write: ({ counts }) => (counts ? String(counts[box]) : ''),
});

/** How far the tasks of each row have come; a workbook is in Vietnamese, as the table that it holds. */
const progress: readonly ColumnBeside<PlanRow>[] = [
  counted('Tổng', 'total'),
  counted('Hoàn thành đúng hạn', 'doneOnTime'),
  counted('Hoàn thành quá hạn', 'doneLate'),
  counted('Trong hạn', 'openInTime'),
  counted('Quá hạn', 'openOverdue'),
  counted('Thường xuyên', 'standing'),
];

/** The table of a plan as it stands now, in a file that any office opens, and that can be read in again. */
@Injectable()
export class PlanWorkbookService {
  constructor(
    private readonly plans: PlansService,
    private readonly board: PlanBoardService,
  ) {}

  /** NOT_FOUND for a plan that the caller does not see. A unit that is no owner gets its own part of the numbers. */
  async write(caller: Caller, planId: string): Promise<{ title: string; bytes: Buffer }> {
    const { plan } = await this.plans.findSeen(caller, planId);
    const rows: PlanRow[] = [];
    let after: string | undefined;
    do {
      const page = await this.board.rows(caller, planId, { after, limit: ROWS_AT_ONCE });
      rows.push(...page.items);
      after = page.next ?? undefined;
    } while (after !== undefined);
    // A row that is its own heading says its number once.
    const items = new Set(rows.flatMap(({ kind, ref }) => (kind === 'item' ? [ref] : [])));
    const lines = rows.filter(({ kind, ref }) => kind === 'item' || !items.has(ref));
    const isAtWork = lines.some(({ counts }) => (counts?.total ?? 0) > 0);
    return {
      title: plan.title,
      bytes: writeWorkbook(writeTable(plan.title, lines, isAtWork ? progress : []), 'Bảng phân công'),
    };
  }
}
