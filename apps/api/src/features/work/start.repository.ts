import { Injectable } from '@nestjs/common';

import { Sql } from '../../platform/database/sql.js';

const findItem = {
  name: 'find-item-place',
  text: `
    select item.id, item.plan_id, plan.owner_unit_id, i.state as plan_state
    from plan_item item join plan on plan.id = item.plan_id join instance i on i.id = plan.id
    where item.id = $1`,
};

/** Workers of a plan: units with a task or a coordination in it. */
const worksInPlan = {
  name: 'works-in-plan',
  text: `
    select exists (
      select from instance where to_unit_id = $2 and flow in ('task', 'coordination') and plan_id = $1) as works`,
};

@Injectable()
export class StartRepository {
  constructor(private readonly sql: Sql) {}

  item(id: string) {
    return this.sql.row<{ id: string; plan_id: string; owner_unit_id: string; plan_state: string }>(findItem, [id]);
  }

  async worksInPlan(planId: string, unitId: string): Promise<boolean> {
    return (await this.sql.row<{ works: boolean }>(worksInPlan, [planId, unitId]))?.works ?? false;
  }
}
