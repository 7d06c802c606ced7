import type { IsoDate, RecordEvidence } from '@phancong/contracts';

import { onId } from './deed.js';
import type { Habit, Tally } from './habits.js';
import { addWorkingDays, LAST_DAY, later, monthEnds, someDay, weekEnds, workingDays } from './office-days.js';
import { sceneOf, type Office } from './office.js';
import type { WorldTask } from './world.js';

export interface Kept {
  habit: Habit;
  evidence: RecordEvidence;
}

/** Days on which an office has something to record, by its habit and its diligence. */
function daysOf(habit: Habit, { character, chances }: Office, from: IsoDate): IsoDate[] {
  const { rhythm } = habit;
  if (rhythm === 'weekly' || rhythm === 'monthly') {
    const ends = rhythm === 'weekly' ? weekEnds() : monthEnds;
    return ends.filter((day) => day >= from && chances.happens(character.diligence));
  }
  if ('on' in rhythm) return [...rhythm.on];
  const [min, max] = rhythm.timesByMay;
  const wanted = character.diligence === 100 ? max : Math.round((chances.between(min, max) * character.diligence) / 90);
  const times = Math.min(Math.max(wanted, min === 0 ? 0 : 1), max);
  // One half of the spring after the other, so that the first quarter is never empty by chance alone.
  const half = '2025-03-20';
  const days = Array.from({ length: times }, (_, turn) =>
    turn % 2 === 0 && from < half
      ? someDay(chances, from, half)
      : someDay(chances, from > half ? from : half, LAST_DAY),
  );
  return [...new Set(days)].sort();
}

/** What is recorded for one task: written down on the day itself or within two working days after it. */
export function planRecords(office: Office, task: WorldTask, habits: readonly Habit[]): Kept[] {
  const acknowledgedOn = office.acknowledged.get(task.id);
  if (acknowledgedOn === undefined) return [];
  const from = addWorkingDays(later(acknowledgedOn, task.startsOn), 2);
  return habits
    .flatMap((habit) => daysOf(habit, office, from).map((day) => keep(office, task, habit, day)))
    .sort((a, b) => (a.evidence.happenedOn < b.evidence.happenedOn ? -1 : 1));
}

/** One record: what happened on the day, written down by a last day. */
export function keep(office: Office, task: WorldTask, habit: Habit, day: IsoDate, writtenBy: IsoDate = LAST_DAY): Kept {
  const words = habit.describe(sceneOf(office, day));
  const targetId = habit.target === undefined ? null : (task.targetIds[habit.target] ?? null);
  const evidence: RecordEvidence = {
    targetId,
    kind: habit.kind,
    title: words.title,
    happenedOn: day,
    place: words.place ?? null,
    participants: words.participants ?? null,
    quantity: words.quantity ?? 1,
    link: words.link ?? null,
    fileId: null,
    note: words.note ?? null,
  };
  const soon = workingDays(day, writtenBy).slice(0, 3);
  const recordedOn = soon.length > 0 ? office.chances.pick(soon) : day;
  office.deeds.push({ kind: 'evidence', day: recordedOn, by: office.seat, on: onId(task.id), evidence });
  return { habit, evidence };
}

/** What was kept by one habit until a day. */
export function tallyOf(kept: readonly Kept[], habit: Habit, until: IsoDate): Tally | null {
  const own = kept.filter((entry) => entry.habit === habit && entry.evidence.happenedOn <= until);
  const last = own.at(-1)?.evidence;
  if (!last) return null;
  return {
    times: own.length,
    quantity: own.reduce((sum, { evidence }) => sum + evidence.quantity, 0),
    participants: own.reduce((sum, { evidence }) => sum + (evidence.participants ?? 0), 0),
    lastPlace: last.place,
    lastDay: last.happenedOn,
  };
}
