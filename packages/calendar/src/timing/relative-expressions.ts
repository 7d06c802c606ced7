import type { Recogniser } from './timing-types.js';

const units: Record<string, string> = {
  'ngày làm việc': 'workingDay',
  ngày: 'calendarDay',
  giờ: 'hour',
  tuần: 'week',
  tháng: 'month',
};

/** Terms that hang on an event and not on a date. The anchor keeps the words of the text. */
export const relativeRecognisers: Recogniser[] = [
  {
    pattern: /không ít hơn (?<n>\d+) (?<unit>ngày làm việc|ngày|giờ) (?:tính |kể )?từ (?<anchor>[^;.]+)/gu,
    read: ({ groups = {} }) => ({
      deadline: {
        relative: {
          anchor: groups['anchor'] ?? '',
          offset: Number(groups['n']),
          unit: units[groups['unit'] ?? ''] ?? 'calendarDay',
          direction: 'notBefore',
        },
      },
    }),
  },
  {
    pattern:
      /(?:trong vòng|trong thời hạn|sau|chậm nhất(?: là)?) (?<n>\d+) (?<unit>ngày làm việc|ngày|giờ|tuần|tháng)(?!\p{L})(?:,? (?:kể |tính )?từ (?<anchor>[^;.]+))?/gu,
    read: ({ groups = {} }) => ({
      deadline: {
        relative: {
          anchor: groups['anchor'] ?? '',
          offset: Number(groups['n']),
          unit: units[groups['unit'] ?? ''] ?? 'calendarDay',
          direction: 'within',
        },
      },
    }),
  },
  {
    pattern: /trong ngày, chậm nhất(?: là)? trong ngày làm việc tiếp theo/gu,
    read: () => ({
      deadline: { relative: { anchor: '', offset: 1, unit: 'workingDay', direction: 'within', preferred: 'same day' } },
    }),
  },
  {
    pattern: /sau mỗi (?<event>[^;.,]+)/gu,
    read: ({ groups = {} }) => ({
      deadline: { relative: { anchor: groups['event'] ?? '', offset: 0, unit: 'day', direction: 'after' } },
      recurrence: [{ freq: 'PER_EVENT', interval: 1, event: groups['event'] ?? '' }],
    }),
  },
  {
    pattern: /trước, trong và sau (?<event>[^;.]+)/gu,
    read: ({ groups = {} }) => ({
      recurrence: [
        { freq: 'PER_EVENT', interval: 1, event: groups['event'] ?? '', phases: ['before', 'during', 'after'] },
      ],
    }),
  },
  {
    pattern: /(?:bắt đầu )?(?:ngay )?sau khi (?<anchor>[^;.]+)/gu,
    read: ({ groups = {} }) => ({
      deadline: {
        relative: { anchor: groups['anchor'] ?? '', offset: 0, unit: 'calendarDay', direction: 'startsAfter' },
      },
      asNeeded: (groups['anchor'] ?? '').startsWith('có '),
    }),
  },
  {
    pattern: /(?:kể|tính) từ (?:ngày|khi) (?<anchor>ký|ban hành|có hiệu lực)[^;.]*/gu,
    read: ({ groups = {} }) => ({
      deadline: { relative: { anchor: groups['anchor'] ?? '', offset: 0, unit: 'calendarDay', direction: 'from' } },
    }),
  },
];
