import type { Doubt, ReadItem } from '@phancong/contracts';

import type { Duty } from './collect-duties.js';

const known = { value: null, words: { vi: 'Đã xem, không phải việc cần giao', en: 'Seen; no work to assign' } };

export function quote(text: string): string {
  const words = text.replace(/\s+/gu, ' ').trim();
  return words.length > 90 ? `${words.slice(0, 90)}…` : words;
}

/** Words in parts about work that were not taken as work are told, part by part, so that nothing is lost in silence. */
export function doubtLeftOut(leftOut: readonly Duty[]): Doubt[] {
  const byPart = new Map<string, Duty[]>();
  for (const duty of leftOut) {
    if (duty.role === 'context' || duty.role === 'funding') continue;
    const part = duty.siblings || duty.ref;
    byPart.set(part, [...(byPart.get(part) ?? []), duty]);
  }
  return [...byPart].map(([part, duties]): Doubt => {
    const [first] = duties;
    const words = quote(first?.paragraphs[0]?.text ?? '');
    return {
      code: 'AMBIGUOUS',
      ref: null,
      field: null,
      message: {
        vi: `Mục ${part}: ${duties.length} ý không giao cho đơn vị nào nên chưa lập thành việc, bắt đầu từ «${words}» (dòng ${first?.paragraphs[0]?.line ?? 0}). Nếu là việc cần theo dõi, hãy thêm dòng.`,
        en: `Part ${part}: ${duties.length} points are given to no office and were not made into work, from “${words}” (line ${first?.paragraphs[0]?.line ?? 0}) on. Add a row where one is to be tracked.`,
      },
      choices: [known],
      confidence: 0.7,
    };
  });
}

/** A duty without lead is kept, and a person says whose it is. */
export function doubtNoLead(items: readonly ReadItem[]): Doubt[] {
  return items
    .filter(({ leads, obligation }) => leads.length === 0 && obligation === 'must')
    .map(({ ref }): Doubt => ({
      code: 'BLANK_FIELD',
      ref,
      field: 'leads',
      message: { vi: `Mục ${ref} không ghi đơn vị chủ trì.`, en: `Clause ${ref} states no lead unit.` },
      choices: [{ value: null, words: { vi: 'Để trống', en: 'Leave it blank' } }],
      confidence: 0.8,
    }));
}

/** Most duties in prose have no date. One word for all of them: they are standing duties until a person gives them one. */
export function doubtNoTime(items: readonly ReadItem[]): Doubt[] {
  const silent = items.filter(
    ({ timing, obligation }) =>
      obligation === 'must' &&
      timing.windows.length === 0 &&
      !timing.deadline &&
      timing.recurrence.length === 0 &&
      !timing.asNeeded,
  );
  if (silent.length === 0) return [];
  const refs = silent.map(({ ref }) => ref);
  const list = refs.length > 12 ? `${refs.slice(0, 12).join(', ')} …` : refs.join(', ');
  return [
    {
      code: 'BLANK_FIELD',
      ref: null,
      field: 'timing',
      message: {
        vi: `${silent.length} việc không ghi mốc thời gian (${list}); sẽ theo dõi như việc thường xuyên trong năm. Sửa ô thời gian nếu có hạn.`,
        en: `${silent.length} duties give no time (${list}); they are tracked as standing duties of the year. Edit the time where there is a term.`,
      },
      choices: [{ value: null, words: { vi: 'Việc thường xuyên', en: 'Standing duties' } }],
      confidence: 0.7,
    },
  ];
}

/** Clauses that hold several duties for one and the same lead are kept whole; a person may split them. */
export function doubtSeveralTerms(items: readonly ReadItem[]): Doubt[] {
  return items.flatMap(({ ref, text, timing }): Doubt[] => {
    const deadlines = new Set(text.match(/(?:trước|chậm nhất[^,.;]{0,20}|đến hết) ngày \d{1,2}\/\d{1,2}/gu));
    if (deadlines.size < 2 || !timing.deadline) return [];
    return [
      {
        code: 'SPLIT_ROW',
        ref,
        field: 'timing',
        message: {
          vi: `Mục ${ref} có ${deadlines.size} thời hạn (${[...deadlines].join('; ')}); mới đọc thời hạn đầu. Hãy tách dòng nếu mỗi thời hạn là một việc.`,
          en: `Clause ${ref} has ${deadlines.size} terms (${[...deadlines].join('; ')}); the first was taken. Split the row if each term is a duty of its own.`,
        },
        choices: [{ value: null, words: { vi: 'Giữ một dòng', en: 'Keep one row' } }],
        confidence: 0.5,
      },
    ];
  });
}

/** Clauses that may be work and may be talk were kept; a person strikes those that nobody need track. */
export function doubtOptional(items: readonly ReadItem[]): Doubt[] {
  return items
    .filter(({ obligation }) => obligation === 'may')
    .map(({ ref, title }): Doubt => ({
      code: 'AMBIGUOUS',
      ref,
      field: null,
      message: {
        vi: `Mục ${ref} («${quote(title)}») đứng ngoài phần phân công; có theo dõi như một việc không?`,
        en: `Clause ${ref} (“${quote(title)}”) stands outside the assignments; is it work to be tracked?`,
      },
      choices: [{ value: null, words: { vi: 'Có, giữ dòng này', en: 'Yes, keep the row' } }],
      confidence: 0.55,
    }));
}
