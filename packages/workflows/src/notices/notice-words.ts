import type { IsoDate, Words } from '@phancong/contracts';

import { fillWords } from '../engine/fill-words.js';
import { noticeTemplates, type NoticeTemplateId } from './notice-templates.js';

/**
 * The sentence of a notice in both languages. The outline ref of the row stands before the title; without a mover the
 * system speaks; a piece about the deadline is left out where there is none.
 */
export function noticeWords(
  template: NoticeTemplateId,
  params: { title: string; byUnitName: string | null; ref?: string | null; dueOn?: IsoDate | null; day?: IsoDate },
): Words {
  const { ref, byUnitName, dueOn, day } = params;
  const title = ref ? `${ref} ${params.title}` : params.title;
  const words: Words = noticeTemplates[template];
  const sentence = dueOn ? words : withoutDeadline(words);
  const spoken = fillWords(sentence, { title, dueOn: dueOn ?? '', day: day ?? '' });
  return {
    vi: spoken.vi.replace('{by}', byUnitName ?? 'Hệ thống'),
    en: spoken.en.replace('{by}', byUnitName ?? 'The system'),
  };
}

const withoutDeadline = ({ vi, en }: Words): Words => ({
  vi: vi.replace(/,? ?(?:có hạn ngày|đến ngày|hạn) \{dueOn\}| \(ngày \{dueOn\}\)/, ''),
  en: en.replace(/,? ?(?:was due on|is now|due|ended on) \{dueOn\}(?: and)?/, ''),
});
