import type { Recogniser } from './timing-types.js';

function wholeYears(first: number, last: number) {
  return { windows: [{ start: `${first}-01-01`, end: `${last}-12-31` }] };
}

/** Years, school years and stages of several years. */
export const yearRecognisers: Recogniser[] = [
  {
    pattern: /năm học (\d{4}) ?- ?(\d{4})/gu,
    read: (match) => {
      if (Number(match[2]) !== Number(match[1]) + 1) return null;
      return { windows: [{ start: `${match[1]}-09-01`, end: `${match[2]}-05-31`, approx: true }] };
    },
  },
  {
    pattern: /giai đoạn (\d{4}) ?- ?(\d{4})(?:, tầm nhìn đến(?: năm)? \d{4})?/gu,
    read: (match) => (Number(match[1]) <= Number(match[2]) ? wholeYears(Number(match[1]), Number(match[2])) : null),
  },
  {
    pattern: /(?:năm )?(\d{4}) và (?:các|những) năm (?:tiếp theo|sau)/gu,
    read: (match) => ({
      windows: [{ start: `${match[1]}-01-01`, end: null }],
      recurrence: [{ freq: 'YEARLY', interval: 1 }],
    }),
  },
  {
    pattern: /(?:đến hết|đến cuối|đến|hết) năm (\d{4})/gu,
    read: (match) => {
      const lastDay = `${match[1]}-12-31`;
      return { windows: [{ start: null, end: lastDay }], deadline: { date: lastDay, inclusive: true, lastDay } };
    },
  },
  {
    pattern: /(?:(?:trong|cả|quanh|suốt|toàn) năm|^năm)(?: (\d{4}))?/gu,
    read: (match, context) => {
      const year = match[1] ? Number(match[1]) : context.year;
      return year === null ? null : wholeYears(year, year);
    },
  },
  {
    pattern: /^(\d{4})$/gu,
    read: (match, context) => {
      if (context.column === 'time') return wholeYears(Number(match[1]), Number(match[1]));
      const lastDay = `${match[1]}-12-31`;
      return { deadline: { date: lastDay, inclusive: true, lastDay } };
    },
  },
];
