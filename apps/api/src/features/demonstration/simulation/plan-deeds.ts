import { planAcknowledging, planStarting } from './acknowledging.js';
import { planAskingForTime } from './asking-for-time.js';
import { planBudgeting } from './budgeting.js';
import { centralHabits } from './central-habits.js';
import { drawCharacter } from './character.js';
import { planCoordinating } from './coordinating.js';
import { officerOf, type Deed } from './deed.js';
import { planHandingOver } from './handing-over.js';
import type { Office } from './office.js';
import { LAST_DAY } from './office-days.js';
import { provincialHabits } from './provincial-habits.js';
import { chancesOf } from './random.js';
import { planRecords } from './recording.js';
import { planReports } from './reporting.js';
import { planReviewing } from './reviewing.js';
import { planWaves } from './waves.js';
import type { World, WorldUnit } from './world.js';

/** Changing it gives the offices another spring. */
export const SEED = 20_250_115;

function planOffice(world: World, unit: WorldUnit, seed: number): Office {
  const chances = chancesOf(seed, unit.id);
  const office: Office = {
    unit,
    seat: officerOf(unit.id),
    character: drawCharacter(unit.id, chances),
    chances,
    tasks: world.tasks.filter((task) => task.unitId === unit.id),
    acknowledged: new Map(),
    deeds: [],
    handIns: [],
  };
  const habits = unit.isProvincial ? provincialHabits : centralHabits;
  planAcknowledging(office);
  planStarting(office);
  const kept = new Map(office.tasks.map((task) => [task.id, planRecords(office, task, habits[task.ref] ?? [])]));
  planReports(office, kept, habits);
  planWaves(office);
  return office;
}

/**
 * Everything that the offices do from the activation to the last day of the demonstration, in order. Pure: the same plan and
 * the same seed give the same deeds. `centreId` is the unit that owns the plan.
 */
export function planDeeds(world: World, centreId: string, seed: number = SEED): Deed[] {
  const chancesFor = (name: string) => chancesOf(seed, name);
  const offices = world.units.map((unit) => planOffice(world, unit, seed));
  const handIns = offices.flatMap((office) => office.handIns);
  const deeds = [
    ...offices.flatMap((office) => office.deeds),
    ...planReviewing(handIns, centreId, chancesFor('review')),
    ...planCoordinating(world, chancesFor),
    ...planHandingOver(world, centreId, chancesFor),
    ...planAskingForTime(world, centreId),
    ...planBudgeting(world, centreId),
  ];
  return deeds.filter((deed) => deed.day <= LAST_DAY).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
