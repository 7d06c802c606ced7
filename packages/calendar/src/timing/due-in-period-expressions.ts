import { makeDate } from '../dates.js';
import type { Recogniser } from './timing-types.js';

const limit = '(?:(?<before>trước)|chậm nhất|muộn nhất|không muộn hơn)(?: là)?(?: vào)?';
const weekdays: Record<string, string> = {
  '2': 'MO',
  '3': 'TU',
  '4': 'WE',
  '5': 'TH',
  '6': 'FR',
  '7': 'SA',
  hai: 'MO',
  ba: 'TU',
  tư: 'WE',
  năm: 'TH',
  sáu: 'FR',
  bảy: 'SA',
};

/** Days counted inside a repeating period ("trước ngày 25 hàng tháng") and the days that a periodic report covers. */
export const dueInPeriodRecognisers: Recogniser[] = [
  {
    pattern:
      /từ ngày (?<d1>\d{1,2})(?: của)? tháng trước(?: kỳ báo cáo)? đến ngày (?<d2>\d{1,2})(?: của)? tháng(?<quarter> cuối quý)?(?: thuộc kỳ báo cáo| báo cáo)?/gu,
    read: ({ groups = {} }) => {
      const [from, to] = [Number(groups['d1']), Number(groups['d2'])];
      return groups['quarter']
        ? {
            recurrence: [
              {
                freq: 'QUARTERLY',
                interval: 1,
                covers: { from: { day: from, monthBeforePeriod: 1 }, to: { day: to, monthOfPeriod: 3 } },
              },
            ],
          }
        : {
            recurrence: [
              {
                freq: 'MONTHLY',
                interval: 1,
                covers: { from: { day: from, monthOffset: -1 }, to: { day: to, monthOffset: 0 } },
              },
            ],
          };
    },
  },
  {
    pattern:
      /từ ngày (?<d1>\d{1,2})\/(?<m1>\d{1,2})(?<previous>(?: của)? năm trước(?: kỳ báo cáo)?)? đến ngày (?<d2>\d{1,2})\/(?<m2>\d{1,2}) (?:của |thuộc )?(?:kỳ|năm) báo cáo/gu,
    read: ({ groups = {} }, { year }) => {
      const [d1, m1, d2, m2] = ['d1', 'm1', 'd2', 'm2'].map((name) => Number(groups[name])) as [
        number,
        number,
        number,
        number,
      ];
      const yearOffset = groups['previous'] ? -1 : 0;
      const months = Math.round(m2 - m1 - yearOffset * 12 + (d2 - d1 + 1) / 31);
      const kind =
        months === 3
          ? { freq: 'QUARTERLY' as const, interval: 1, quarter: Math.ceil(m2 / 3) }
          : months === 6
            ? { freq: 'HALF_YEARLY' as const, interval: 1, half: Math.ceil(m2 / 6) }
            : { freq: 'YEARLY' as const, interval: 1 };
      const start = year === null ? null : makeDate(year + yearOffset, m1, d1);
      const end = year === null ? null : makeDate(year, m2, d2);
      return {
        windows: start && end && start <= end ? [{ start, end }] : [],
        recurrence: [
          { ...kind, covers: { from: { day: d1, month: m1, yearOffset }, to: { day: d2, month: m2, yearOffset: 0 } } },
        ],
      };
    },
  },
  {
    pattern: new RegExp(`${limit} ngày (?<d>\\d{1,2})/(?<m>\\d{1,2}) đối với báo cáo (?<kind>0?6 tháng|năm)`, 'gu'),
    read: ({ groups = {} }) => ({
      recurrence: [
        {
          freq: 'YEARLY',
          interval: 1,
          report: groups['kind'] === 'năm' ? 'year' : 'half-year',
          dueMonth: Number(groups['m']),
          dueDay: Number(groups['d']),
          dueInclusive: !groups['before'],
        },
      ],
    }),
  },
  {
    pattern: new RegExp(
      `${limit} ngày (?<d>\\d{1,2})/(?<m>\\d{1,2}) của năm (?<next>liền kề (?:sau )?)?(?:năm )?báo cáo`,
      'gu',
    ),
    read: ({ groups = {} }) => ({
      recurrence: [
        {
          freq: 'YEARLY',
          interval: 1,
          dueMonth: Number(groups['m']),
          dueDay: Number(groups['d']),
          dueYearOffset: groups['next'] ? 1 : 0,
          dueInclusive: !groups['before'],
        },
      ],
    }),
  },
  {
    pattern: new RegExp(`${limit} ngày (?<d>\\d{1,2})(?: của)? tháng cuối quý`, 'gu'),
    read: ({ groups = {} }) => ({
      recurrence: [
        {
          freq: 'QUARTERLY',
          interval: 1,
          dueMonthOfPeriod: 3,
          dueDay: Number(groups['d']),
          dueInclusive: !groups['before'],
        },
      ],
    }),
  },
  {
    pattern: /chốt số liệu (?:vào )?ngày (?<d>\d{1,2})(?: của)?(?: hàng)? tháng(?: báo cáo)?/gu,
    read: ({ groups = {} }) => ({ recurrence: [{ freq: 'MONTHLY', interval: 1, cutoffDay: Number(groups['d']) }] }),
  },
  {
    pattern: /(?:định kỳ )?từ ngày (?<d1>\d{1,2}) đến ngày (?<d2>\d{1,2}) (?:hàng tháng|của tháng)/gu,
    read: ({ groups = {} }) => ({
      recurrence: [{ freq: 'MONTHLY', interval: 1, fromDay: Number(groups['d1']), toDay: Number(groups['d2']) }],
    }),
  },
  {
    pattern: /từ ngày làm việc (?:đầu tiên|thứ (?<n>\d{1,2})) (?:của|hàng) tháng/gu,
    read: ({ groups = {} }) => ({
      recurrence: [{ freq: 'MONTHLY', interval: 1, fromWorkingDay: Number(groups['n'] ?? 1) }],
    }),
  },
  {
    pattern: /đến hết ngày (?<d>\d{1,2}) (?:của|hàng) tháng/gu,
    read: ({ groups = {} }) => ({ recurrence: [{ freq: 'MONTHLY', interval: 1, toDay: Number(groups['d']) }] }),
  },
  {
    pattern: new RegExp(`${limit} ngày (?<d>\\d{1,2}) (?:hàng tháng|của tháng(?: báo cáo)?|tháng báo cáo)`, 'gu'),
    read: ({ groups = {} }) => ({
      recurrence: [{ freq: 'MONTHLY', interval: 1, dueDay: Number(groups['d']), dueInclusive: !groups['before'] }],
    }),
  },
  {
    pattern: /ngày (?<d>\d{1,2})\/(?<m>\d{1,2}) hàng năm/gu,
    read: ({ groups = {} }) => ({
      recurrence: [
        {
          freq: 'YEARLY',
          interval: 1,
          dueMonth: Number(groups['m']),
          dueDay: Number(groups['d']),
          dueInclusive: true,
          eventDay: true,
        },
      ],
    }),
  },
  {
    pattern: /(?:(?<h>\d{1,2})h(?<min>\d{2})?' ?)?(?:thứ (?<day>\p{L}+|\d)|(?<sunday>chủ nhật)) hàng tuần/gu,
    read: ({ groups = {} }) => ({
      recurrence: [
        {
          freq: 'WEEKLY',
          interval: 1,
          byWeekday: [groups['sunday'] ? 'SU' : (weekdays[groups['day'] ?? ''] ?? '')],
          ...(groups['h'] ? { time: `${groups['h'].padStart(2, '0')}:${groups['min'] ?? '00'}` } : {}),
        },
      ],
    }),
  },
];
