import { Injectable } from '@nestjs/common';
import type { IsoDate, PlanUnitsOnDay, StatusCounts } from '@phancong/contracts';

import { Sql } from '../../platform/database/sql.js';
import type { Caller } from '../people/request-actor.js';
import { PlansService } from '../plans/plans.service.js';
import { countStatuses } from '../statuses/status-counts.js';
import { tasksOnDay } from '../statuses/work-on-day.js';
import { UnitsRepository } from '../units/units.repository.js';

const countOnDay = {
  name: 'count-plan-units-on-day',
  text: `
    select i.to_unit_id, ${countStatuses('$2::date')}
    from ${tasksOnDay('$2::date', 'i.plan_id = $1')} i
    where $3::text is null or i.to_unit_id = $3
    group by i.to_unit_id`,
};

/** A report of an earlier day shows the units of that day, whatever became of them. */
@Injectable()
export class PlanUnitsService {
  constructor(
    private readonly sql: Sql,
    private readonly plans: PlansService,
    private readonly units: UnitsRepository,
  ) {}

  /** All units for the owner of the plan and those above; a unit that only leads some tasks sees its own line. */
  async show(caller: Caller, planId: string, day: IsoDate): Promise<PlanUnitsOnDay> {
    const { side } = await this.plans.findSeen(caller, planId);
    const own = side === 'unit' ? caller.actor.unitId : null;
    const rows = await this.sql.rows<StatusCounts & { to_unit_id: string } & Record<string, unknown>>(countOnDay, [
      planId,
      day,
      own,
    ]);
    const known = await this.units.all();
    const lines = rows.map(({ to_unit_id: id, ...counts }) => ({
      unit: { id, name: known.get(id)?.shortName ?? id },
      counts,
    }));
    return { day, units: lines.toSorted((a, b) => a.unit.name.localeCompare(b.unit.name, 'vi')) };
  }
}
