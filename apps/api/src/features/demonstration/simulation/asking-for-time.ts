import { extensions, provinceOf } from './cast.js';
import { moveDeed, officerOf, type Deed } from './deed.js';
import { extensionReasons } from './words/subjects.js';
import type { World } from './world.js';

/** The requests for more time of the cast, and what the centre answers. */
export function planAskingForTime(world: World, centreId: string): Deed[] {
  return extensions.flatMap(({ office, wave, month, askedOn, askedDueOn, answer }, place): Deed[] => {
    const task = world.tasks.find(
      (candidate) =>
        candidate.ref === wave && candidate.startsOn.slice(5, 7) === month && provinceOf(candidate.unitId) === office,
    );
    if (!task) return [];
    const born = `extension ${office} ${wave} ${month}`;
    const reason = extensionReasons[place % extensionReasons.length] ?? '';
    const asked: Deed = {
      kind: 'start',
      day: askedOn,
      by: officerOf(task.unitId),
      born,
      request: { flow: 'extension', parentId: task.id, input: { askedDueOn, reason } },
    };
    if (!answer) return [asked];
    const payload =
      answer.kind === 'grant'
        ? { dueOn: answer.dueOn, note: 'Đồng ý, đề nghị không gia hạn thêm.' }
        : { reason: answer.reason };
    return [asked, moveDeed(answer.on, officerOf(centreId), answer.kind, [{ born }], payload)];
  });
}
