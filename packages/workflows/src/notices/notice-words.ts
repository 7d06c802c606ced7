import type { IsoDate, Words } from '@phancong/contracts';

import { fillWords } from '../engine/fill-words.js';
import { sentenceOf } from './own-notices.js';

/**
 * The sentence of a notice in both languages. The outline ref of the row stands before the title; without a mover the
 * system speaks; a piece about the deadline is left out where there is none.
 */
export function noticeWords(
  template: string,
  params: { title: string; byUnitName: string | null; ref?: string | null; dueOn?: IsoDate | null; day?: IsoDate },
  /** Sentences of a flow that is not released yet. */
  own?: Readonly<Record<string, Words>>,
): Words {
  const { ref, byUnitName, dueOn, day } = params;
  const title = ref ? `${ref} ${params.title}` : params.title;
  const words = keepOptional(sentenceOf(template, own), dueOn !== null && dueOn !== undefined);
  const spoken = fillWords(words, { title, dueOn, day });
  return {
    vi: spoken.vi.replace('{by}', () => byUnitName ?? 'Hệ thống'),
    en: spoken.en.replace('{by}', () => byUnitName ?? 'The system'),
  };
}

function keepOptional({ vi, en }: Words, kept: boolean): Words {
  const settle = (text: string) => text.replace(/\[([^\]]*)\]/g, kept ? '$1' : '');
  return { vi: settle(vi), en: settle(en) };
}
