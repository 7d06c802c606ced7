import { moveDeed, officerOf, onId, type Deed } from './deed.js';
import { daysLater, FIRST_DAY, LAST_DAY } from './office-days.js';
import type { Chances } from './random.js';
import { contributions, declineReasons } from './words/subjects.js';
import type { World, WorldCoordination, WorldTask } from './world.js';

/** What one asked unit does: most contribute and are confirmed, some are still at it, a few decline. */
function planOne(task: WorldTask, coordination: WorldCoordination, chances: Chances): Deed[] {
  const asked = officerOf(coordination.unitId);
  const lead = officerOf(task.unitId);
  const on = [onId(coordination.id)];
  const lot = chances.between(1, 100);
  if (lot <= 7) return [];
  const acknowledgedOn = daysLater(chances, FIRST_DAY, 1, 9);
  if (lot <= 13) {
    return [moveDeed(acknowledgedOn, asked, 'decline', on, { reason: chances.pick(declineReasons) })];
  }
  const deeds = [moveDeed(acknowledgedOn, asked, 'acknowledge', on)];
  if (lot <= 45) return deeds;
  const contributedOn = daysLater(chances, acknowledgedOn, 15, 75);
  if (contributedOn > LAST_DAY) return deeds;
  deeds.push(moveDeed(contributedOn, asked, 'contribute', on, { note: chances.pick(contributions) }));
  const readOn = daysLater(chances, contributedOn, 1, 7);
  if (readOn > LAST_DAY) return deeds;
  if (lot <= 49) {
    const reason = 'Đề nghị gửi kèm số liệu đến hết tháng trước để đối chiếu.';
    return [...deeds, moveDeed(readOn, lead, 'askAgain', on, { reason })];
  }
  return [...deeds, moveDeed(readOn, lead, 'confirm', on)];
}

/** Coordination that the plan itself asks for, with the chances of each asked unit. */
export function planCoordinating(world: World, chancesFor: (name: string) => Chances): Deed[] {
  return world.tasks.flatMap((task) =>
    task.coordinations.flatMap((coordination) =>
      planOne(task, coordination, chancesFor(`coordination ${task.ref} ${coordination.unitId}`)),
    ),
  );
}
