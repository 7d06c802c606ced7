import type { IsoDate } from '@phancong/contracts';

import { provinceOf, withReturnedReport } from './cast.js';
import { moveDeed, onId } from './deed.js';
import type { Habit } from './habits.js';
import { daysLater, later, LAST_DAY, someDay } from './office-days.js';
import type { Office } from './office.js';
import { tallyOf, type Kept } from './recording.js';
import { difficulties, nextSteps } from './words/subjects.js';
import { capital } from './words/speak.js';
import type { WorldTask } from './world.js';

const QUARTER_END: IsoDate = '2025-03-31';

/** The report of a stretch of time in the office's words, with the figures that were recorded. */
export function writeReport(
  office: Office,
  stretch: string,
  kept: readonly Kept[],
  habits: readonly Habit[],
  until: IsoDate,
) {
  const told = habits.flatMap((habit) => {
    const tally = tallyOf(kept, habit, until);
    return tally ? [{ habit, tally }] : [];
  });
  const closing = `${office.chances.pick(difficulties)} ${office.chances.pick(nextSteps)}`;
  if (told.length === 0) {
    const summary = `${capital(stretch)}, ${office.unit.name} chưa tổ chức hoạt động của hàng này; đã xây dựng kế hoạch và đăng ký với đơn vị phối hợp. ${closing}`;
    return { summary, figure: 0 };
  }
  const facts = told.map(({ habit, tally }) => habit.tell(tally)).join('; ');
  const counting = told.find(({ habit }) => habit.figure !== undefined) ?? told[0];
  const figure = counting ? counting.tally[counting.habit.figure ?? 'times'] : 0;
  return {
    summary: `${capital(stretch)}, ${office.unit.name} đã thực hiện: ${facts}. ${closing}`,
    figure: Math.round(figure * 10) / 10,
  };
}

interface Sittings {
  main: IsoDate;
  second: IsoDate;
  /** Of a hundred reports, how many are left undone. */
  leftOut: number;
}

/** An office writes its reports of the quarter in two sittings. */
function drawSittings({ character, chances }: Office): Sittings {
  switch (character.reports) {
    case 'early':
      return {
        main: someDay(chances, '2025-03-20', '2025-03-26'),
        second: someDay(chances, '2025-03-26', QUARTER_END),
        leftOut: 0,
      };
    case 'inTime':
      return {
        main: someDay(chances, '2025-03-25', QUARTER_END),
        second: someDay(chances, '2025-03-28', chances.happens(9) ? '2025-04-04' : QUARTER_END),
        leftOut: 1,
      };
    case 'late':
      return {
        main: someDay(chances, '2025-03-31', '2025-04-04'),
        second: someDay(chances, '2025-04-02', '2025-04-10'),
        leftOut: 5,
      };
    case 'partly':
      return {
        main: someDay(chances, '2025-03-31', '2025-04-10'),
        second: someDay(chances, '2025-05-15', LAST_DAY),
        leftOut: 40,
      };
  }
}

/** The report of the first quarter for one task. */
function planReport(
  office: Office,
  task: WorldTask,
  kept: readonly Kept[],
  habits: readonly Habit[],
  sittings: Sittings,
): void {
  const checkpoint = task.checkpoints.find((candidate) => candidate.dueOn === QUARTER_END);
  const acknowledgedOn = office.acknowledged.get(task.id);
  if (!checkpoint || acknowledgedOn === undefined) return;
  const { chances, seat, unit } = office;
  const isReturned = provinceOf(unit.id) === withReturnedReport.office && task.ref === withReturnedReport.ref;
  if (!isReturned && chances.happens(sittings.leftOut)) return;
  const sitting = chances.happens(78) ? sittings.main : sittings.second;
  const day = isReturned ? '2025-05-12' : later(sitting, daysLater(chances, acknowledgedOn, 1, 3));
  const until = day < QUARTER_END ? day : QUARTER_END;
  const payload = writeReport(office, 'quý I/2025', kept, habits, until);
  office.deeds.push(moveDeed(day, seat, 'report', [onId(checkpoint.id)], payload));
  office.handIns.push({
    id: checkpoint.id,
    kind: 'checkpoint',
    day,
    by: seat,
    payload,
    ...(isReturned && { returnedOn: '2025-05-16' }),
  });
}

export function planReports(
  office: Office,
  keptOf: ReadonlyMap<string, Kept[]>,
  habitsOf: Record<string, readonly Habit[]>,
): void {
  const late: Sittings = { main: '2025-04-08', second: '2025-04-09', leftOut: 0 };
  const sittings = office.character.cameBackLate ? late : drawSittings(office);
  for (const task of office.tasks) {
    planReport(office, task, keptOf.get(task.id) ?? [], habitsOf[task.ref] ?? [], sittings);
  }
}
