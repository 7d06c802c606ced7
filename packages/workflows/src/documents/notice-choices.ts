import type { Words } from '@phancong/contracts';

import type { Flow } from '../engine/flow.js';
import { fillWords } from '../engine/fill-words.js';
import { noticeTemplates, type NoticeTemplateId } from '../notices/notice-templates.js';
import { describeAsDocument } from './describe-as-document.js';

const general: readonly NoticeTemplateId[] = ['ownFlowMoved', 'ownFlowEnded', 'ownFlowWaiting'];

/** The sentences that a copy of this flow may say, with dots where a name or a day will stand. */
export function noticeChoices(base: Flow): { id: string; words: Words }[] {
  const { document } = describeAsDocument(base);
  if (!document) return [];
  const named = [
    ...document.startTells.map(({ notice }) => notice),
    ...document.moves.flatMap(({ tells }) => tells.map(({ notice }) => notice)),
    ...Object.values(document.states).flatMap(({ remindWith }) => remindWith ?? []),
    ...general,
  ];
  return [...new Set(named)].map((id) => ({ id, words: sample(noticeTemplates[id as NoticeTemplateId]) }));
}

const sample = (words: Words): Words => {
  const spoken = fillWords(words, { by: '…', title: '…', dueOn: '…', day: '…' });
  return { vi: spoken.vi.replace(/[[\]]/g, ''), en: spoken.en.replace(/[[\]]/g, '') };
};
