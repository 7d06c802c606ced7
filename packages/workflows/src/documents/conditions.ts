import type { Words } from '@phancong/contracts';

import type { FlowEvent } from '../engine/flow.js';

/** What a move of a flow that is written as data may depend on besides its state: the whole vocabulary, each with the sentence that refuses. */
export const conditions = {
  byAnotherPerson: {
    vi: 'Người đã trình, nộp không được tự quyết định; cần một người khác.',
    en: 'Whoever handed it in may not decide on it; another person has to.',
  },
  afterDue: {
    vi: 'Chỉ làm được khi đã quá hạn ({dueOn}).',
    en: 'This can be done only after the deadline ({dueOn}).',
  },
  withProof: {
    vi: 'Cần có đường dẫn hoặc tệp minh chứng, nhập cùng bước này hoặc đã gửi trước đó.',
    en: 'A link or a file is needed, given now or before.',
  },
} satisfies Record<string, Words>;

interface Judged {
  context: Record<string, unknown>;
  event: FlowEvent;
}

/** Work without a deadline is never late. */
export const isAfterDue = ({ event: { facts, today } }: Judged): boolean => facts.dueOn !== null && today > facts.dueOn;

const proofs = ['link', 'fileId', 'proofLink'];
const isGiven = (facts: unknown): boolean =>
  typeof facts === 'object' &&
  facts !== null &&
  proofs.some((part) => typeof (facts as Record<string, unknown>)[part] === 'string');

export const hasProof = ({ context, event }: Judged): boolean => isGiven(event.payload) || isGiven(context);
