import type { IsoDate } from '@phancong/contracts';

import { takenUpLate } from './cast.js';
import { moveDeed, onId } from './deed.js';
import { addWorkingDays, daysLater, FIRST_DAY } from './office-days.js';
import { isWave, type Office } from './office.js';
import type { WorldTask } from './world.js';

const LATE_RETURN: IsoDate = '2025-03-14';

function acknowledge(office: Office, tasks: readonly WorldTask[], day: IsoDate): void {
  if (tasks.length === 0) return;
  for (const task of tasks) office.acknowledged.set(task.id, day);
  const places = tasks.map((task) => onId(task.id));
  office.deeds.push(moveDeed(day, office.seat, 'acknowledge', places));
}

/** Most offices acknowledge in one sitting; some take the waves of later months afterwards; a few forget a task. */
export function planAcknowledging(office: Office): void {
  const { character, chances, tasks } = office;
  if (character.cameBackLate) {
    const waves = ['2025-02', '2025-05'];
    const taken = tasks.filter(
      (task) =>
        (takenUpLate as readonly string[]).includes(task.ref) ||
        (task.ref === 'II.1' && waves.includes(task.startsOn.slice(0, 7))),
    );
    acknowledge(office, taken, LATE_RETURN);
    return;
  }
  const laterWaves = tasks.filter((task) => isWave(task) && task.startsOn >= '2025-07-01');
  const forgotten = chances.shuffle(laterWaves).slice(0, character.forgets);
  const kept = tasks.filter((task) => !forgotten.includes(task));
  const first = addWorkingDays(FIRST_DAY, character.acknowledgesAfter);
  if (chances.happens(60)) return acknowledge(office, kept, first);
  const postponed = kept.filter((task) => laterWaves.includes(task));
  acknowledge(
    office,
    kept.filter((task) => !laterWaves.includes(task)),
    first,
  );
  acknowledge(office, postponed, daysLater(chances, first, 1, 3));
}

/** Work of the year begins: said so for most rows; the others are begun by their first record. */
export function planStarting(office: Office): void {
  const { character, chances, tasks, acknowledged } = office;
  if (character.cameBackLate) return;
  const days = new Map<IsoDate, WorldTask[]>();
  for (const task of tasks) {
    const day = acknowledged.get(task.id);
    if (day === undefined || isWave(task) || task.ref === 'I.1.1' || !chances.happens(65)) continue;
    const begins = addWorkingDays(day, 1);
    days.set(begins, [...(days.get(begins) ?? []), task]);
  }
  for (const [day, begun] of days) {
    office.deeds.push(
      moveDeed(
        day,
        office.seat,
        'start',
        begun.map((task) => onId(task.id)),
      ),
    );
  }
}
