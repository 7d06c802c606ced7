import type { Doubt, ReadItem } from '@phancong/contracts';

import { doubtFile } from '../../formats/doubt-file.js';
import type { Duty } from './collect-duties.js';
import type { DividedDocument } from './divide-document.js';
import { quote } from './doubt-prose.js';
import { findSubject } from './find-subject.js';

const mostShown = 8;
/** "Trên đây là Kế hoạch …, UBND tỉnh ban hành": who issues the plan is no doer of it. */
const ofThePlan =
  /^(?:Trên đây là|Quyết định này|Kế hoạch này)|(?:ban hành|xây dựng) (?:Kế hoạch|kế hoạch|Chương trình)[^.;]{0,80}(?:như sau|sau đây)/u;

/**
 * The last net: paragraphs of the body that name a doer and what he does, and that became neither an item nor a point of another doubt.
 * They are told with their first words, so that nothing is lost in silence.
 */
export function doubtUnread(
  { body, closing, annexes }: DividedDocument,
  items: readonly ReadItem[],
  leftOut: readonly Duty[],
  headings: readonly { paragraph: { row: number } }[],
): Doubt[] {
  const seen = new Set([
    ...items.flatMap(({ anchors }) => Object.values(anchors).flatMap((list) => (list ?? []).map(({ row }) => row))),
    ...leftOut.flatMap(({ paragraphs }) => paragraphs.map(({ row }) => row)),
    ...headings.map(({ paragraph }) => paragraph.row),
  ]);
  const unread = [...body, ...closing, ...annexes.flatMap(({ paragraphs }) => paragraphs)].filter(
    ({ row, text, mark }) =>
      !seen.has(row) && !ofThePlan.test(text) && findSubject(text.slice(mark?.length ?? 0)) !== null,
  );
  if (unread.length === 0) return [];
  const shown = unread.slice(0, mostShown).map(({ text, line }) => ({ line, words: quote(text) }));
  const list = (word: string) => shown.map(({ line, words }) => `«${words}» (${word} ${line})`).join('; ');
  const more = unread.length > shown.length ? ' …' : '';
  return [
    doubtFile(
      'NOT_READ',
      `${unread.length} đoạn văn nêu đơn vị và việc nhưng chưa được lập thành việc: ${list('dòng')}${more}. Nếu là việc cần theo dõi, hãy thêm dòng.`,
      `${unread.length} paragraphs name an office and a duty but were not made into rows: ${list('line')}${more}. Add a row where one is to be tracked.`,
      0.6,
    ),
  ];
}
