import { Injectable } from '@nestjs/common';
import type { BoxCounts } from '@phancong/contracts';

import { Sql } from '../../platform/database/sql.js';
import { boxOf } from '../statuses/status-counts.js';
import { named, onlyUnit, valuesOf, type BoardScope } from './board-scope.js';

/** One row for each box that holds something: most cells have one, so fourteen counts a cell would be mostly zeros. */
const countBoxes = (oneUnit: boolean) => ({
  name: named('count-matrix-boxes', oneUnit),
  text: `
    select i.item_id, i.to_unit_id, i.flow, ${boxOf('$3::date')} as box, count(*)::int as number
    from instance i
    where i.plan_id = $1 and i.flow = any(array['task', 'checkpoint']) and i.item_id = any($2::uuid[]) ${onlyUnit(oneUnit)}
    group by i.item_id, i.to_unit_id, i.flow, box`,
});

export interface BoxRow {
  item_id: string;
  to_unit_id: string;
  flow: 'task' | 'checkpoint';
  box: keyof BoxCounts;
  number: number;
}

@Injectable()
export class PlanMatrixRepository {
  constructor(private readonly sql: Sql) {}

  countBoxes(scope: BoardScope, itemIds: readonly string[]): Promise<BoxRow[]> {
    return this.sql.rows<BoxRow & Record<string, unknown>>(countBoxes(scope.unitId !== null), valuesOf(scope, itemIds));
  }
}
