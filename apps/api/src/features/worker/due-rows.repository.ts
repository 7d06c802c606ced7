import { Injectable } from '@nestjs/common';
import type { IsoDate } from '@phancong/contracts';

import { Sql, type SqlRunner } from '../../platform/database/sql.js';

export interface DueRow {
  instance_id: string;
  event: string;
  fire_on: string;
}

const takeDue = {
  name: 'take-due-rows',
  text: `
    select instance_id, event, fire_on from due_row
    where fire_on <= $1 and fault is null
    order by fire_on, instance_id, event limit $2 for update skip locked`,
};

const dropDue = { name: 'drop-due-row', text: `delete from due_row where instance_id = $1 and event = $2` };

const setFault = {
  name: 'set-due-row-fault',
  text: `update due_row set fault = $3 where instance_id = $1 and event = $2`,
};

@Injectable()
export class DueRowsRepository {
  constructor(private readonly sql: Sql) {}

  take(today: IsoDate, limit: number, runner: SqlRunner): Promise<DueRow[]> {
    return runner.rows<DueRow & Record<string, unknown>>(takeDue, [today, limit]);
  }

  async drop(row: DueRow, runner: SqlRunner): Promise<void> {
    await runner.rows(dropDue, [row.instance_id, row.event]);
  }

  async fault(row: DueRow, fault: string): Promise<void> {
    await this.sql.rows(setFault, [row.instance_id, row.event, fault]);
  }
}
