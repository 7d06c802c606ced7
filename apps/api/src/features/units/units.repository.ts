import { Injectable } from '@nestjs/common';
import type { IsoDate, StatusCounts, Unit, UnitContact, UnitKind, UnitsQuery, UnitVersion } from '@phancong/contracts';

import { unitAsOf } from '@phancong/units';

import { Sql } from '../../platform/database/sql.js';
import { countStatuses, noCounts } from '../statuses/status-counts.js';
import { tasksOnDay } from '../statuses/work-on-day.js';

interface UnitRow {
  id: string;
  name: string;
  short_name: string;
  name_en: string | null;
  kind: UnitKind;
  parent_id: string | null;
  valid_from: string | null;
  valid_to: string | null;
  code: string | null;
  aliases: string[];
  successor_ids: string[];
  confirmed: boolean;
  earlier: UnitVersion[];
  contact: UnitContact | null;
  pass_on: 'successor' | 'ask';
}

const listUnits = { name: 'list-units', text: `select * from unit order by kind, name, id` };

/** Tasks that a unit leads; with a plan owner given, only those that plans of this owner gave out. */
const countUnitTasks = {
  name: 'count-unit-tasks',
  text: `
    select ${countStatuses('$2::date')}
    from instance i
    where i.flow = 'task' and i.to_unit_id = $1
      and ($3::text is null or i.plan_id in (select id from plan where owner_unit_id = $3))`,
};

/** The same on an earlier day: with the work that has passed to a successor since. */
const countUnitTasksOn = {
  name: 'count-unit-tasks-on-day',
  text: `
    select ${countStatuses('$2::date')}
    from ${tasksOnDay(
      '$2::date',
      `(i.to_unit_id = $1 or i.id in (select instance_id from unit_passage where to_before = $1 and effective_on > $2::date))`,
    )} i
    where i.to_unit_id = $1
      and ($3::text is null or i.plan_id in (select id from plan where owner_unit_id = $3))`,
};

const toUnit = (row: UnitRow): Unit => ({
  id: row.id,
  name: row.name,
  shortName: row.short_name,
  nameEn: row.name_en,
  kind: row.kind,
  parentId: row.parent_id,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  code: row.code,
  aliases: row.aliases,
  successorIds: row.successor_ids,
  confirmed: row.confirmed,
  earlier: row.earlier,
  contact: row.contact,
  passOn: row.pass_on,
});

const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase();

/** The units that became this one, of all generations. */
function predecessorsIn(units: ReadonlyMap<string, Unit>, unitId: string): Set<string> {
  const found = new Set<string>();
  const waiting = [unitId];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const unit of units.values()) {
      if (!unit.successorIds.includes(id) || found.has(unit.id) || unit.id === unitId) continue;
      found.add(unit.id);
      waiting.push(unit.id);
    }
  }
  return found;
}

/** True on a day when the unit existed. */
export const existsOn = (unit: Pick<Unit, 'validFrom' | 'validTo'>, day: string) =>
  (unit.validFrom === null || unit.validFrom <= day) && (unit.validTo === null || day <= unit.validTo);

/** The registry: a few hundred units that change a few times a year, so one read is kept for a short while. */
@Injectable()
export class UnitsRepository {
  private kept: { at: number; units: Map<string, Unit> } | undefined;

  constructor(private readonly sql: Sql) {}

  async all(): Promise<Map<string, Unit>> {
    if (this.kept && Date.now() - this.kept.at < 10_000) return this.kept.units;
    // The registry says what a person may see, so it is read before that is known.
    const rows = await this.sql.engine.rows<UnitRow>(listUnits);
    const units = new Map(rows.map((row) => [row.id, toUnit(row)]));
    this.kept = units.size > 0 ? { at: Date.now(), units } : undefined;
    return units;
  }

  forget(): void {
    this.kept = undefined;
  }

  async list({ asOf, kind, q }: UnitsQuery): Promise<Unit[]> {
    const wanted = q ? fold(q) : undefined;
    return [...(await this.all()).values()]
      .filter(
        (unit) =>
          (!asOf || existsOn(unit, asOf)) &&
          (!kind || unit.kind === kind) &&
          (!wanted || [unit.name, unit.shortName, ...unit.aliases].some((name) => fold(name).includes(wanted))),
      )
      .map((unit) => (asOf ? unitAsOf(unit, asOf) : unit));
  }

  /** The units above a unit, nearest first. */
  async ancestorsOf(unitId: string): Promise<string[]> {
    const units = await this.all();
    const found: string[] = [];
    let parent = units.get(unitId)?.parentId ?? null;
    while (parent !== null && !found.includes(parent)) {
      found.push(parent);
      parent = units.get(parent)?.parentId ?? null;
    }
    return found;
  }

  /**
   * Units above whose work this unit stands: those below it in the tree; leadership sees what its agency sees. A successor sees
   * what the units before it left behind: ended work stays with them.
   */
  async superiorOf(unitId: string): Promise<(other: string) => boolean> {
    const units = await this.all();
    const unit = units.get(unitId);
    const seat = unit?.kind === 'leadership' ? unit.parentId : unitId;
    const before = predecessorsIn(units, unitId);
    return (other) => {
      if (other === unitId) return false;
      if (before.has(other)) return true;
      let parent = units.get(other)?.parentId ?? null;
      for (let step = 0; parent !== null && step < 20; step += 1) {
        if (parent === seat) return true;
        parent = units.get(parent)?.parentId ?? null;
      }
      return false;
    };
  }

  /** Every unit below this one, for lists; the same rule as `superiorOf`. */
  async unitsBelow(unitId: string): Promise<string[]> {
    const isBelow = await this.superiorOf(unitId);
    return [...(await this.all()).keys()].filter(isBelow);
  }

  /** Units that an administrator of this unit keeps: its own and those below; null, all of them, for the agency itself. */
  async keptBy(unitId: string): Promise<string[] | null> {
    const unit = (await this.all()).get(unitId);
    if (unit?.kind === 'agency' && unit.parentId === null) return null;
    return [unitId, ...(await this.unitsBelow(unitId))];
  }

  /** Tasks that the unit leads today, or led at the end of an earlier day. */
  async countTasks(
    unitId: string,
    planOwnerId: string | null,
    { day, today }: { day: IsoDate; today: IsoDate },
  ): Promise<StatusCounts> {
    const statement = day < today ? countUnitTasksOn : countUnitTasks;
    const values = [unitId, day, planOwnerId];
    return (await this.sql.row<StatusCounts & Record<string, number>>(statement, values)) ?? noCounts();
  }
}
