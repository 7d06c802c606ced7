import { provinceOf, mendedFebruary } from './cast.js';
import { headOf, moveDeed, officerOf, onId, type Deed, type Place } from './deed.js';
import { daysLater, LAST_DAY } from './office-days.js';
import type { HandIn } from './office.js';
import type { Chances } from './random.js';
import { returnReasons } from './words/subjects.js';

/** What comes back once in sixteen times is mended and handed in again. */
const RETURNED_PERCENT = 6;

const lookAt = (chances: Chances, day: string) =>
  chances.happens(90) ? daysLater(chances, day, 1, 4) : daysLater(chances, day, 5, 6);

/**
 * The centre looks at what was handed in, mostly within four working days, and accepts a day's pile at once. What the
 * centre's own officer hands in, its director looks at.
 */
export function planReviewing(handIns: readonly HandIn[], centreId: string, chances: Chances): Deed[] {
  const deeds: Deed[] = [];
  const piles = new Map<string, { day: string; isOwn: boolean; places: Place[] }>();
  const accept = (day: string, isOwn: boolean, id: string) => {
    const key = `${day} ${isOwn}`;
    const pile = piles.get(key) ?? { day, isOwn, places: [] };
    piles.set(key, { ...pile, places: [...pile.places, onId(id)] });
  };
  for (const { id, kind, day, by, payload, returnedOn } of handIns) {
    const isOwn = by.unitId === centreId;
    const reviewer = isOwn ? headOf(centreId) : officerOf(centreId);
    const lookedAtOn = returnedOn ?? lookAt(chances, day);
    const isMended = kind === 'task' && mendedFebruary.includes(provinceOf(by.unitId)) && day < '2025-04-01';
    const isReturned =
      returnedOn !== undefined || isMended || (kind === 'checkpoint' && chances.happens(RETURNED_PERCENT));
    if (lookedAtOn > LAST_DAY) continue;
    if (!isReturned) {
      accept(lookedAtOn, isOwn, id);
      continue;
    }
    const event = kind === 'task' ? 'sendBack' : 'return';
    deeds.push(moveDeed(lookedAtOn, reviewer, event, [onId(id)], { reason: chances.pick(returnReasons) }));
    const again = daysLater(chances, lookedAtOn, 2, 5);
    if (returnedOn !== undefined || again > LAST_DAY) continue;
    const summary = `${String(payload['summary'])} Đã rà soát, bổ sung theo ý kiến của Trung tâm Truyền thông.`;
    deeds.push(moveDeed(again, by, 'report', [onId(id)], { ...payload, summary }));
    const acceptedOn = daysLater(chances, again, 1, 4);
    if (acceptedOn <= LAST_DAY) accept(acceptedOn, isOwn, id);
  }
  for (const { day, isOwn, places } of piles.values()) {
    deeds.push(moveDeed(day, isOwn ? headOf(centreId) : officerOf(centreId), 'accept', places));
  }
  return deeds;
}
