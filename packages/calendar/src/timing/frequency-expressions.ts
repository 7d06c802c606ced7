import type { Frequency, Recogniser, TimingRecurrence } from './timing-types.js';

const frequencyOf: Record<string, Frequency> = {
  tuần: 'WEEKLY',
  tháng: 'MONTHLY',
  quý: 'QUARTERLY',
  '6 tháng': 'HALF_YEARLY',
  '06 tháng': 'HALF_YEARLY',
  'nửa năm': 'HALF_YEARLY',
  năm: 'YEARLY',
};
const reportOf: Partial<Record<Frequency, string>> = {
  MONTHLY: 'month',
  QUARTERLY: 'quarter',
  HALF_YEARLY: 'half-year',
  YEARLY: 'year',
};
const period = '(?:0?6 tháng|nửa năm|tuần|tháng|quý|năm)(?![\\p{L}])(?! (?:học|\\d))';
const barePeriod = '(?:0?6 tháng(?: đầu năm)?|nửa năm|tuần|tháng|quý|(?:(?:0?1|một|cả|hết) )?năm)';
const floorWords = '(?:ít nhất|tối thiểu|không ít hơn|trên|từ)';

/** "tối thiểu 02" is a floor, "10-12" a range, "tối đa 3" a ceiling, "02" exact. */
function readCount(bound: string | undefined, first: string, second: string | undefined) {
  const low = Number(first);
  if (second) return { min: low, max: Number(second) };
  if (bound === 'tối đa' || bound === 'không quá') return { min: null, max: low };
  return { min: low, max: bound && new RegExp(`^${floorWords}`).test(bound) ? null : low };
}

const count = `(?:(?<bound>${floorWords}|tối đa|không quá|khoảng)(?: có| là| được)? )?(?:từ )?(?<low>\\d{1,4})(?: ?- ?(?<high>\\d{1,4}))?`;

/** How often: counts per period, "hàng tháng", "6 tháng một lần", lists of periods. */
export const frequencyRecognisers: Recogniser[] = [
  {
    pattern: new RegExp(
      `mỗi (?<period>tuần|tháng|quý|năm)(?: phải)?(?: có)? ${count} (?<unit>\\p{L}+(?: \\p{L}+){0,2})`,
      'gu',
    ),
    read: ({ groups = {} }) => ({
      recurrence: [
        {
          freq: frequencyOf[groups['period'] ?? ''] ?? 'UNSPECIFIED',
          interval: 1,
          count: readCount(groups['bound'], groups['low'] ?? '0', groups['high']),
          unit: groups['unit'] ?? '',
        },
      ],
    }),
  },
  {
    pattern: new RegExp(
      `${count} (?<unit>\\p{L}+)(?: [\\p{L}, ]+?)?(?<per>(?:/[\\p{L} ,]+?)*)/(?<period>tuần|tháng|quý|năm)(?![\\p{L}])`,
      'gu',
    ),
    read: ({ groups = {} }) => {
      const per = (groups['per'] ?? '').split('/').filter(Boolean);
      return {
        recurrence: [
          {
            freq: frequencyOf[groups['period'] ?? ''] ?? 'UNSPECIFIED',
            interval: 1,
            count: readCount(groups['bound'], groups['low'] ?? '0', groups['high']),
            unit: groups['unit'] ?? '',
            ...(per.length ? { per } : {}),
          },
        ],
      };
    },
  },
  {
    pattern: new RegExp(`${count} (?<unit>\\p{L}+)/(?<per>\\p{L}+)(?![\\p{L}/])`, 'gu'),
    read: ({ groups = {} }) => {
      if (frequencyOf[groups['per'] ?? ''] || groups['per'] === 'lần') return null;
      return {
        recurrence: [
          {
            freq: 'PER_PLAN',
            interval: 1,
            count: readCount(groups['high'] ? undefined : groups['bound'], groups['low'] ?? '0', groups['high']),
            unit: groups['unit'] ?? '',
            per: [groups['per'] ?? ''],
          },
        ],
      };
    },
  },
  {
    pattern: /(?:(?<n>\d{1,2}) )?(?<unit>tuần|tháng|quý|năm)(?:(?: ?\/)? ?(?:một|1|01) lần| ?\/ ?lần)/gu,
    read: ({ groups = {} }) => ({
      recurrence: [{ freq: frequencyOf[groups['unit'] ?? ''] ?? 'UNSPECIFIED', interval: Number(groups['n'] ?? 1) }],
    }),
  },
  {
    pattern: new RegExp(
      `(?<report>báo cáo )?(?:(?:định kỳ|hàng|từng|mỗi) )+(?<list>${period}(?:(?:, | và | và cả |, cả | hoặc | hay |; )(?:báo cáo )?(?:(?:định kỳ|hàng|từng|mỗi) )*${period})*)`,
      'gu',
    ),
    read: ({ groups = {} }) => {
      const list = groups['list'] ?? '';
      const alternative = / hoặc | hay /u.test(list);
      const recurrence = [...list.matchAll(new RegExp(period, 'gu'))].map((match): TimingRecurrence => {
        const freq = frequencyOf[match[0]] ?? 'UNSPECIFIED';
        const report = groups['report'] && reportOf[freq];
        return { freq, interval: 1, ...(report ? { report } : {}), ...(alternative ? { alternative: true } : {}) };
      });
      return { recurrence };
    },
  },
  {
    // A cell of the column of times that only lists periods: "06 tháng, 01 năm", "Tháng, quý, năm".
    pattern: new RegExp(`^(?:báo cáo )?(?<list>${barePeriod}(?:(?:, | và |; |/)${barePeriod})+)$`, 'gu'),
    read: ({ groups = {} }) => ({
      recurrence: [...(groups['list'] ?? '').matchAll(new RegExp(period, 'gu'))].map(([words]): TimingRecurrence => ({
        freq: frequencyOf[words] ?? 'UNSPECIFIED',
        interval: 1,
      })),
    }),
  },
  {
    pattern: /định kỳ/gu,
    read: () => ({ recurrence: [{ freq: 'UNSPECIFIED', interval: 1 }] }),
  },
  {
    pattern: /thường xuyên|liên tục/gu,
    read: () => ({ recurrence: [{ freq: 'CONTINUOUS', interval: 1 }] }),
  },
];
