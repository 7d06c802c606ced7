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
    // A cell of years alone: "2026 - 2028", "Năm 2028 và năm 2030".
    pattern: /^(?:(?:từ )?năm )?(?<first>20\d{2}) ?(?:-|đến) ?(?:năm )?(?<last>20\d{2})$/gu,
    read: ({ groups = {} }) => {
      const [first, last] = [Number(groups['first']), Number(groups['last'])];
      return first < last ? wholeYears(first, last) : null;
    },
  },
  {
    pattern: /^(?:các )?(?:năm )?20\d{2}(?:(?:, | và |; |,)(?:năm )?20\d{2})+$/gu,
    read: ([list]) => ({
      windows: [...list.matchAll(/20\d{2}/gu)].flatMap(([year]) => wholeYears(Number(year), Number(year)).windows),
    }),
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
