import type { FlowId, Post, Words } from '@phancong/contracts';

interface PostRule {
  words: Words;
  /** The posts whose moves this post may make. */
  actsAs: readonly Post[];
  /** The only flows that it moves; every flow when left out. */
  flows?: readonly FlowId[];
}

/**
 * What each post may stand for when a machine names posts. A deputy signs for the head (KT.) only where the head has
 * delegated it, so by himself he is no more than an officer (Decree 30/2020/NĐ-CP, article 13). The clerk numbers and sends
 * documents, the administrator keeps people and settings: neither moves work.
 */
const postRules: Record<Post, PostRule> = {
  officer: { words: { vi: 'cán bộ', en: 'an officer' }, actsAs: ['officer'] },
  head: { words: { vi: 'lãnh đạo đơn vị', en: 'the head of the unit' }, actsAs: ['head'] },
  deputy: { words: { vi: 'cấp phó', en: 'a deputy' }, actsAs: ['officer'] },
  clerk: { words: { vi: 'văn thư', en: 'a clerk' }, actsAs: [] },
  coordinator: { words: { vi: 'điều phối viên', en: 'a coordinator' }, actsAs: ['coordinator'] },
  appraiser: {
    words: { vi: 'cán bộ thẩm định', en: 'an appraiser' },
    actsAs: ['officer'],
    flows: ['appraisal'],
  },
  leader: { words: { vi: 'lãnh đạo cơ quan', en: 'a leader of the agency' }, actsAs: ['head'] },
  administrator: { words: { vi: 'quản trị viên', en: 'an administrator' }, actsAs: [] },
};

/** The post in words, as a sentence names who has to do something. */
export const wordPost = (post: Post): Words => postRules[post].words;

/** True when a move of this flow that is open to `posts` is open to `post`. */
export function mayActAs(post: Post, posts: readonly Post[], flow: FlowId): boolean {
  const { actsAs, flows } = postRules[post];
  return (flows?.includes(flow) ?? true) && actsAs.some((acted) => posts.includes(acted));
}
