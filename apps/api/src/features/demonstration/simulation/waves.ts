import type { IsoDate } from '@phancong/contracts';

import { cameBackLate, extensions, provinceOf, withoutFebruary } from './cast.js';
import { moveDeed, onId } from './deed.js';
import type { Habit } from './habits.js';
import { addWorkingDays, later, LAST_DAY, someDay, workingDays } from './office-days.js';
import type { Office } from './office.js';
import { keep } from './recording.js';
import { writeReport } from './reporting.js';
import { pageOf, say } from './words/speak.js';
import { associations } from './words/subjects.js';
import type { WorldTask } from './world.js';

const occasions: Record<string, string> = {
  '02': 'chào mừng Đảng, mừng Xuân và 30 năm ngày thành lập Ngành (16/02)',
  '05': 'hưởng ứng Tháng vận động triển khai BHXH toàn dân',
};

const occasionOf = (month: string) => occasions[month] ?? 'theo chủ đề';

/** What the campaign wave of a month ("02") is made of. */
const waveHabitsOf = (month: string): readonly Habit[] => [
  {
    kind: 'conference',
    rhythm: { timesByMay: [0, 1] },
    describe: ({ chances, district }) => ({
      title: `Lễ ra quân ${occasionOf(month)}, phối hợp với ${chances.pick(associations)}`,
      place: `Quảng trường trung tâm ${district()}`,
      participants: chances.between(8, 60) * 10,
    }),
    tell: ({ times, participants }) => `${times} lễ ra quân với ${say(participants)} người tham gia`,
    figure: 'times',
  },
  {
    kind: 'publication',
    rhythm: { timesByMay: [1, 1] },
    describe: ({ chances, day, unitId }) => {
      const quantity = chances.between(6, 30);
      return {
        title: `Tuyến ${quantity} tin, bài ${occasionOf(month)}`,
        quantity,
        link: pageOf(unitId, `cao-diem/${day}`),
      };
    },
    tell: ({ quantity }) => `${say(quantity)} tin, bài theo chủ đề`,
    figure: 'quantity',
  },
  {
    kind: 'product',
    rhythm: { timesByMay: [0, 1] },
    describe: ({ chances, district }) => {
      const quantity = chances.between(5, 40);
      return {
        title: `Treo ${quantity} băng rôn, pa nô tại các trục đường chính`,
        place: `Trung tâm ${district()}`,
        quantity,
      };
    },
    tell: ({ quantity }) => `${say(quantity)} băng rôn, pa nô tuyên truyền trực quan`,
  },
];

interface Course {
  begins: IsoDate;
  worksUntil: IsoDate;
  /** Null when it is not handed in by the end of the demonstration. */
  handsInOn: IsoDate | null;
}

/** February is over: most handed in by its end, some in March, few not at all. */
function februaryOf({ chances, character, unit }: Office): Course {
  const office = provinceOf(unit.id);
  const begins = someDay(chances, '2025-02-03', '2025-02-06');
  const story = extensions.find((entry) => entry.office === office && entry.month === '02');
  if (withoutFebruary.includes(office)) return { begins, worksUntil: '2025-02-28', handsInOn: null };
  if (office === cameBackLate) return { begins: '2025-03-17', worksUntil: '2025-03-21', handsInOn: '2025-03-25' };
  if (story) {
    const granted = story.answer?.kind === 'grant';
    return { begins, worksUntil: '2025-02-28', handsInOn: granted ? '2025-03-07' : '2025-03-06' };
  }
  const isLate = character.reports === 'late' || (character.reports === 'inTime' && chances.happens(4));
  const handsInOn = isLate
    ? someDay(chances, '2025-03-03', '2025-03-12')
    : someDay(chances, '2025-02-21', '2025-02-28');
  return { begins, worksUntil: handsInOn < '2025-02-28' ? handsInOn : '2025-02-28', handsInOn };
}

/** May is under way: the quick ones have handed in. */
function mayOf({ chances, character, unit }: Office): Course {
  const begins = someDay(chances, '2025-05-05', '2025-05-09');
  const story = extensions.some((entry) => entry.office === provinceOf(unit.id) && entry.month === '05');
  const isQuick = !story && character.reports === 'early' && chances.happens(60);
  const handsInOn = isQuick ? someDay(chances, '2025-05-14', LAST_DAY) : null;
  return { begins, worksUntil: handsInOn ?? LAST_DAY, handsInOn };
}

function planWave(office: Office, task: WorldTask, course: Course): void {
  const acknowledgedOn = office.acknowledged.get(task.id);
  if (acknowledgedOn === undefined) return;
  const { chances, seat } = office;
  const begins = later(course.begins, addWorkingDays(acknowledgedOn, 1));
  office.deeds.push(moveDeed(begins, seat, 'start', [onId(task.id)]));
  const month = task.startsOn.slice(5, 7);
  const habits = waveHabitsOf(month);
  const kept = habits
    .filter((habit) => habit.kind === 'publication' || chances.happens(60))
    .flatMap((habit) => {
      const days = workingDays(addWorkingDays(begins, 1), course.worksUntil);
      return days.length > 0 ? [keep(office, task, habit, chances.pick(days), course.worksUntil)] : [];
    });
  if (course.handsInOn === null) return;
  const day = later(course.handsInOn, begins);
  const { summary } = writeReport(office, `đợt cao điểm tháng ${Number(month)}/2025`, kept, habits, day);
  office.deeds.push(moveDeed(day, seat, 'report', [onId(task.id)], { summary }));
  office.handIns.push({ id: task.id, kind: 'task', day, by: seat, payload: { summary } });
}

/** The campaigns of February and May; those of later months wait. */
export function planWaves(office: Office): void {
  for (const task of office.tasks) {
    const month = task.startsOn.slice(0, 7);
    if (task.ref === 'II.1' && month === '2025-02') planWave(office, task, februaryOf(office));
    if (['II.1', 'II.2.a'].includes(task.ref) && month === '2025-05') planWave(office, task, mayOf(office));
  }
}
