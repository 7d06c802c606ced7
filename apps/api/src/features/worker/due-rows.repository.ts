import { Injectable } from '@nestjs/common';
import type { IsoDate } from '@phancong/contracts';

import { Sql, type SqlRunner } from '../../platform/database/sql.js';

export interface DueRow {
  instance_id: string;
  event: string;
  fire_on: string;
}

/**
 * Due rows and their instances are locked together, and what a move holds already is left for the next round: whoever fires
 * never waits for whoever moves, and a row that the move has taken back is not fired from an old view of it.
 */
const takeDue = {
  name: 'take-due-rows',
  text: `
    select d.instance_id, d.event, d.fire_on from due_row d join instance i on i.id = d.instance_id
    where d.fire_on <= $1 and d.fault is null
    order by d.fire_on, d.instance_id, d.event limit $2 for update of i, d skip locked`,
};

const dropDue = {
  name: 'drop-due-rows',
  text: `
    delete from due_row d using unnest($1::uuid[], $2::text[]) as x(instance_id, event)
    where d.instance_id = x.instance_id and d.event = x.event`,
};

const setFault = {
  name: 'set-due-row-fault',
  text: `update due_row set fault = $3, fault_at = now() where instance_id = $1 and event = $2`,
};

@Injectable()
export class DueRowsRepository {
  constructor(private readonly sql: Sql) {}

  take(today: IsoDate, limit: number, runner: SqlRunner): Promise<DueRow[]> {
    return runner.rows<DueRow & Record<string, unknown>>(takeDue, [today, limit]);
  }

  async drop(rows: readonly DueRow[], runner: SqlRunner): Promise<void> {
    if (rows.length === 0) return;
    await runner.rows(dropDue, [rows.map((row) => row.instance_id), rows.map((row) => row.event)]);
  }

  /** Sets a row aside that cannot be fired, so that the others go on. */
  async fault(row: DueRow, fault: string, runner: SqlRunner): Promise<void> {
    await runner.rows(setFault, [row.instance_id, row.event, fault]);
  }
}
