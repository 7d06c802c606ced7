import { lastDayOfMonth, makeDate } from '../dates.js';
import type { Finding, Recogniser, TimingContext } from './timing-types.js';

/** Months and days that carry a name in plans of the sector (the plan of 2023, part IV.2, spells them out). */
const namedEvents: readonly {
  name: RegExp;
  months: readonly [number, number] | null;
  day: readonly [number, number] | null;
}[] = [
  { name: /tháng vận động triển khai (?:bhxh|bảo hiểm xã hội) toàn dân(?: \(tháng 5\))?/gu, months: [5, 5], day: null },
  { name: /năm học mới(?: \(tháng 8, 9\))?/gu, months: [8, 9], day: null },
  { name: /ngày (?:bhyt|bảo hiểm y tế) việt nam(?: \((?:0?1\/0?7)\))?/gu, months: null, day: [7, 1] },
  { name: /ngày pháp luật việt nam(?: \(0?9\/11\))?/gu, months: null, day: [11, 9] },
  { name: /ngày chuyển đổi số quốc gia(?: \(10\/10\))?/gu, months: null, day: [10, 10] },
];

function readEvent(event: (typeof namedEvents)[number], context: TimingContext): Finding | null {
  if (context.year === null) return null;
  const pad = (part: number) => String(part).padStart(2, '0');
  if (event.day) {
    const date = `${context.year}-${pad(event.day[0])}-${pad(event.day[1])}`;
    return { windows: [{ start: date, end: date }] };
  }
  if (!event.months) return null;
  return {
    windows: [
      { start: `${context.year}-${pad(event.months[0])}-01`, end: lastDayOfMonth(context.year, event.months[1]) },
    ],
  };
}

/** Months of action that run every year (their decisions name them); said as an occasion they are a time, else a topic. */
const occasions: readonly {
  name: RegExp;
  from: readonly [number, number];
  to: readonly [number, number];
  approx?: true;
}[] = [
  { name: /tháng vì người nghèo/gu, from: [10, 17], to: [11, 18], approx: true },
  { name: /tháng hành động vì người cao tuổi/gu, from: [10, 1], to: [10, 31] },
  { name: /tháng hành động vì trẻ em/gu, from: [6, 1], to: [6, 30] },
  { name: /tháng thanh niên/gu, from: [3, 1], to: [3, 31] },
  { name: /tháng công nhân/gu, from: [5, 1], to: [5, 31] },
  { name: /tháng hành động vì an toàn thực phẩm/gu, from: [4, 15], to: [5, 15] },
];
const asOccasion = /(?:^|nhân(?: dịp)?|dịp|trong|hưởng ứng)[^.;]{0,60}$/u;

const occasionRecognisers = occasions.map(({ name, from, to, approx }): Recogniser => ({
  pattern: name,
  read: (match, { year }) => {
    if (year === null || !asOccasion.test(match.input.slice(0, match.index))) return null;
    const [start, end] = [makeDate(year, ...from), makeDate(year, ...to)];
    return start && end ? { windows: [{ start, end, ...(approx ? { approx } : {}) }] } : null;
  },
}));

const namedRecognisers: Recogniser[] = namedEvents.map((event) => ({
  pattern: event.name,
  read: (_match, context) => readEvent(event, context),
}));

export const eventRecognisers: Recogniser[] = [...namedRecognisers, ...occasionRecognisers];
