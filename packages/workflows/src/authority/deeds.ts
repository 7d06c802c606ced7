import type { Actor, Post, Words } from '@phancong/contracts';

import { wordPost } from '../engine/posts.js';
import type { Refusal } from '../engine/refusals.js';

interface DeedRule {
  words: Words;
  posts: readonly Post[];
}

const workers: readonly Post[] = ['officer', 'head', 'deputy', 'coordinator', 'leader'];
const heads: readonly Post[] = ['head', 'leader'];

/** What people do beside moving instances, and the posts that may. Which unit may is asked where the unit is known. */
const deeds = {
  importPlan: { words: { vi: 'Nhập kế hoạch', en: 'Import a plan' }, posts: [...workers, 'clerk'] },
  settleReading: { words: { vi: 'Rà soát kế hoạch', en: 'Review the reading of a plan' }, posts: workers },
  shareProgress: {
    words: { vi: 'Cho các đơn vị thấy tiến độ của nhau', en: 'Let units see each other’s progress' },
    posts: [...heads, 'deputy', 'coordinator'],
  },
  writeEstimate: { words: { vi: 'Lập dự toán', en: 'Write an estimate' }, posts: workers },
  recordEvidence: { words: { vi: 'Ghi minh chứng', en: 'Record evidence' }, posts: workers },
  startWork: { words: { vi: 'Khởi tạo công việc', en: 'Start a piece of work' }, posts: workers },
  delegate: { words: { vi: 'Ủy quyền', en: 'Delegate' }, posts: [...workers, 'clerk', 'appraiser'] },
  endDelegations: {
    words: { vi: 'Chấm dứt ủy quyền của người khác', en: 'End the delegations of others' },
    posts: [...heads, 'administrator'],
  },
  keepPeople: { words: { vi: 'Quản trị người dùng', en: 'Keep people and posts' }, posts: ['administrator'] },
  keepFlows: { words: { vi: 'Soạn quy trình riêng', en: 'Keep own workflows' }, posts: ['administrator'] },
  approveFlows: {
    words: { vi: 'Phê duyệt quy trình riêng', en: 'Approve own workflows' },
    posts: [...heads, 'administrator'],
  },
  repairWork: {
    words: { vi: 'Khôi phục việc bị tách riêng', en: 'Repair work that was set aside' },
    posts: ['administrator'],
  },
  readRecord: {
    words: { vi: 'Xem nhật ký thay đổi', en: 'Look into the record of changes' },
    posts: [...heads, 'deputy', 'administrator'],
  },
  keepDeliveries: {
    words: { vi: 'Quản trị việc gửi thông tin', en: 'Keep what is sent out' },
    posts: ['administrator'],
  },
  readSecurityLog: {
    words: { vi: 'Xem nhật ký bảo mật', en: 'Read the security log' },
    posts: ['administrator'],
  },
} as const satisfies Record<string, DeedRule>;

export type Deed = keyof typeof deeds;

/** Why this person may not do this in his present post, for this plan; undefined when the post allows it. */
export function refuseDeed(actor: Actor, deed: Deed, planId: string | null = null): Refusal | undefined {
  const { words, posts }: DeedRule = deeds[deed];
  if (!posts.includes(actor.post)) {
    return notAllowed({
      vi: `Việc «${words.vi}» phải do ${posts.map((post) => wordPost(post).vi).join(', ')} thực hiện.`,
      en: `“${words.en}” must be done by ${posts.map((post) => wordPost(post).en).join(', ')}.`,
    });
  }
  return isOutsideDelegation(actor, planId) ? refuseOtherPlan(actor) : undefined;
}

/** True when the person acts by a delegation for another plan than this one. */
export const isOutsideDelegation = ({ onBehalfOf }: Actor, planId: string | null): boolean =>
  onBehalfOf !== undefined && onBehalfOf.planId !== null && onBehalfOf.planId !== planId;

const refuseOtherPlan = ({ onBehalfOf }: Actor): Refusal =>
  notAllowed({
    vi: `Ủy quyền của ${onBehalfOf?.personName} chỉ cho một kế hoạch khác.`,
    en: `The delegation of ${onBehalfOf?.personName} is for another plan alone.`,
  });

const notAllowed = (words: Words): Refusal => ({ ok: false, code: 'NOT_ALLOWED', words, details: {} });
