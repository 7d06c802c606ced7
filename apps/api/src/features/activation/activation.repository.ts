import { Injectable } from '@nestjs/common';
import type { IsoDate } from '@phancong/contracts';

import { Sql, type SqlRunner } from '../../platform/database/sql.js';
import type { FanOutCounts } from './plan-fan-out.js';

const setRegistryDate = { name: 'set-registry-date', text: `update plan set registry_date = $2 where id = $1` };

const countMade = {
  name: 'count-made-by-activation',
  text: `
    select (count(*) filter (where flow = 'task'))::int as tasks,
           (count(*) filter (where flow = 'checkpoint'))::int as checkpoints,
           (count(*) filter (where flow = 'coordination'))::int as coordinations,
           (select count(*) from target t join instance i on i.id = t.task_id where i.plan_id = $1)::int as targets
    from instance where plan_id = $1`,
};

@Injectable()
export class ActivationRepository {
  constructor(private readonly sql: Sql) {}

  async setRegistryDate(planId: string, day: IsoDate, runner: SqlRunner): Promise<void> {
    await runner.rows(setRegistryDate, [planId, day]);
  }

  async countMade(planId: string, runner: SqlRunner = this.sql): Promise<FanOutCounts> {
    const [counts] = await runner.rows<FanOutCounts & Record<string, number>>(countMade, [planId]);
    return counts ?? { tasks: 0, checkpoints: 0, coordinations: 0, targets: 0 };
  }
}
