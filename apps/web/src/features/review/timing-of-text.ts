import { Timing } from '@phancong/contracts';
import { readTiming } from '@phancong/calendar';

/** What typed words about time mean in the year of the plan, read by the same reader as the document itself. */
export function timingOfText(text: string, year: number): Timing {
  const reading = readTiming(text, { year, column: 'time' });
  const { windows, deadline, recurrence, asNeeded, periods } = reading;
  const parsed = Timing.safeParse({
    text: text.trim() === '' ? null : text,
    inheritedFrom: null,
    windows,
    deadline,
    recurrence,
    asNeeded,
    periods,
  });
  if (parsed.success) return parsed.data;
  return { text, inheritedFrom: null, windows: [], deadline: null, recurrence: [], asNeeded: false };
}
