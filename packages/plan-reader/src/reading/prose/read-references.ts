import type { Doubt, PlanReading } from '@phancong/contracts';

import type { Duty } from './collect-duties.js';
import type { DividedDocument } from './divide-document.js';
import { listCitations } from './mask-citations.js';
import type { Clause } from './outline-prose.js';

export type References = Pick<PlanReading, 'legalBasis' | 'funding' | 'themes' | 'missingAttachments'>;

const withPlan = 'đính kèm|kèm theo';
const attached = new RegExp(
  `(?:[Cc]ác )?(?:[Mm]ẫu|[Bb]iểu mẫu|Khung kịch bản|[Dd]anh sách|[Dd]anh mục|[Đđ]ề cương|[Bb]ảng phân công|[Bb]iểu)[^.;,()]{0,60}? (?:${withPlan})(?! theo)`,
  'gu',
);
const partsOfOthers =
  /Mục [IVX\d]+(?:\.\d+)* (?:của )?(?:Kế hoạch|Chương trình|Đề án) số [^\s,;.]+(?: ngày \d{1,2}\/\d{1,2}\/\d{4})?/gu;

function textOf(clause: Clause): string {
  const own = /:\s*\S/u.test(clause.body) ? [clause.body.slice(clause.body.indexOf(':') + 1)] : [];
  return [...own, ...clause.more.map(({ text }) => text), ...clause.children.map(({ body }) => body)].join(' ').trim();
}

/** Annexes and forms that the text counts on and the file does not hold. */
function findMissing(parts: DividedDocument): string[] {
  const text = [...parts.head, ...parts.body, ...parts.closing].map((paragraph) => paragraph.text).join('\n');
  const present = new Set(parts.annexes.map(({ title }) => /(?:\s|số\s)([IVX\d]+)/u.exec(title)?.[1] ?? ''));
  const annexes = [...text.matchAll(/Phụ lục(?: số)? ([IVX]+|\d{1,2})(?![\p{L}\d/])/gu)].filter(
    (match) => !present.has(match[1] ?? ''),
  );
  const found = [...annexes, ...text.matchAll(attached), ...text.matchAll(partsOfOthers)].map(([words]) =>
    words.replace(/\s+/gu, ' '),
  );
  return [...new Set(found)];
}

/** What a plan in prose leans on: the acts that it carries out, its money, its themes, and papers that are not in the file. */
export function readReferences(
  parts: DividedDocument,
  headings: readonly Clause[],
  leftOut: readonly Duty[],
): { references: References; doubts: Doubt[] } {
  const preamble = parts.head.map(({ text }) => text).filter((text) => text.length > 60);
  const missingAttachments = findMissing(parts);
  const references: References = {
    legalBasis: [...new Set(preamble.flatMap(listCitations).map((act) => act.replace('//', '/')))],
    funding: leftOut
      .filter(({ role }) => role === 'funding')
      .map(({ ref, paragraphs }) => ({
        ref,
        text: paragraphs.map(({ text, mark }) => text.slice(mark?.length ?? 0)).join(' '),
      })),
    themes: headings
      .filter(
        ({ body, children }) =>
          /^(?:chủ đề|thông điệp|khẩu hiệu)/iu.test(body) && children.every(({ mark }) => mark.style === 'dash'),
      )
      .map((clause) => ({ ref: clause.ref, text: textOf(clause) }))
      .filter(({ text }) => text !== '' && text.length < 300),
    missingAttachments,
  };
  const doubts = missingAttachments.map((words): Doubt => ({
    code: 'MISSING_ATTACHMENT',
    ref: null,
    field: null,
    message: {
      vi: `Văn bản dẫn «${words}» nhưng tệp không có. Nếu ở đó có việc phải giao, hãy nhập thêm.`,
      en: `The document refers to “${words}”, which is not in the file. Enter any work that it assigns.`,
    },
    choices: [{ value: null, words: { vi: 'Đã biết', en: 'Noted' } }],
    confidence: 0.8,
  }));
  return { references, doubts };
}
