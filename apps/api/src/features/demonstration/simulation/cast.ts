/** Provinces that have a story of their own; all others follow their chances. Keys without the validity of the registry. */

/** The officer came back in March: most tasks wait for acknowledgement still. */
export const cameBackLate = 'bac-giang';
/** Rows that this office did take up. */
export const takenUpLate = ['I.1.2', 'I.2.1.b', 'I.4'] as const;

/** First in everything. */
export const exemplary = 'can-tho';

/** Ordinary, with one report that stands returned in May. */
export const withReturnedReport = { office: 'ha-noi', ref: 'I.3.3' } as const;

/** Never acknowledged one task or two, however often they were reminded. */
export const forgetful: readonly string[] = ['lai-chau', 'bac-lieu', 'kon-tum', 'cao-bang', 'hau-giang', 'quang-tri'];

/** The wave of February is not handed in to this day. */
export const withoutFebruary: readonly string[] = ['lai-chau', 'dak-nong', 'tra-vinh'];

/** What was handed in for February had to be mended. */
export const mendedFebruary: readonly string[] = ['quang-ninh', 'ben-tre'];

interface ExtensionStory {
  office: string;
  wave: 'II.1' | 'II.2.a';
  month: '02' | '05';
  askedOn: string;
  askedDueOn: string;
  answer: { on: string; kind: 'grant'; dueOn: string } | { on: string; kind: 'refuse'; reason: string } | null;
}

/** Requests for more time: granted as asked, granted for less, refused, and two that wait for their answer. */
export const extensions: readonly ExtensionStory[] = [
  {
    office: 'son-la',
    wave: 'II.1',
    month: '02',
    askedOn: '2025-02-19',
    askedDueOn: '2025-03-14',
    answer: { on: '2025-02-21', kind: 'grant', dueOn: '2025-03-14' },
  },
  {
    office: 'ca-mau',
    wave: 'II.1',
    month: '02',
    askedOn: '2025-02-20',
    askedDueOn: '2025-03-20',
    answer: { on: '2025-02-25', kind: 'grant', dueOn: '2025-03-10' },
  },
  {
    office: 'hai-duong',
    wave: 'II.1',
    month: '02',
    askedOn: '2025-02-25',
    askedDueOn: '2025-03-31',
    answer: {
      on: '2025-02-27',
      kind: 'refuse',
      reason:
        'Đợt truyền thông gắn với ngày thành lập Ngành 16/02, không lùi sang tháng 3; đề nghị hoàn thành đúng hạn.',
    },
  },
  {
    office: 'dak-lak',
    wave: 'II.2.a',
    month: '05',
    askedOn: '2025-05-13',
    askedDueOn: '2025-06-10',
    answer: { on: '2025-05-15', kind: 'grant', dueOn: '2025-06-10' },
  },
  { office: 'dien-bien', wave: 'II.2.a', month: '05', askedOn: '2025-05-19', askedDueOn: '2025-06-15', answer: null },
  { office: 'yen-bai', wave: 'II.1', month: '05', askedOn: '2025-05-16', askedDueOn: '2025-06-10', answer: null },
];

export const provinceOf = (unitId: string): string => unitId.replace(/-truoc-2025-07$/, '');
