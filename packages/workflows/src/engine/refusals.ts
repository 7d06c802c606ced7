import { wordError, type ErrorCode, type Post, type Relation, type Words } from '@phancong/contracts';

import { fillWords } from './fill-words.js';
import type { Flow, FlowEventRule, MoveActor } from './flow.js';
import { mayActAs, wordPost } from './posts.js';

/** An expected no: a code, the sentence for the person, and what it is about. Nothing was changed. */
export interface Refusal {
  ok: false;
  code: ErrorCode;
  words: Words;
  details: Record<string, unknown>;
}

const relationWords: Record<'owner' | 'superior', Words> = {
  owner: { vi: 'Đơn vị chủ trì kế hoạch', en: 'Unit that owns the plan' },
  superior: { vi: 'Đơn vị cấp trên', en: 'Superior unit' },
};

const usualPosts: readonly Post[] = ['officer', 'head', 'coordinator'];

export function refuseUnexpected(flow: Flow, state: string, event: string): Refusal {
  const eventWords = flow.events[event]?.words ?? { vi: event, en: event };
  const stateWords = flow.states[state]?.words ?? { vi: state, en: state };
  return {
    ok: false,
    code: 'EVENT_NOT_EXPECTED',
    words: {
      vi: wordError('EVENT_NOT_EXPECTED', { event: eventWords.vi, state: stateWords.vi }).vi,
      en: wordError('EVENT_NOT_EXPECTED', { event: eventWords.en, state: stateWords.en }).en,
    },
    details: { event: eventWords.vi, state: stateWords.vi, eventEn: eventWords.en, stateEn: stateWords.en },
  };
}

/** Refuses a mover by relation first, then by post; undefined when he may. */
export function refuseMover(flow: Flow, rule: FlowEventRule, actor: MoveActor): Refusal | undefined {
  if (rule.by === 'system') {
    return notAllowed({
      vi: `Việc «${rule.words.vi}» do hệ thống tự ghi nhận, không thực hiện bằng tay.`,
      en: `“${rule.words.en}” is recorded by the system itself, not by hand.`,
    });
  }
  const by = rule.by;
  if (!actor.relations.some((relation) => by.includes(relation))) {
    const names = by.map((relation) => nameRelation(flow, relation));
    return notAllowed({
      vi: `Chỉ ${names.map((name) => lowerFirst(name.vi)).join(' hoặc ')} mới được «${rule.words.vi}».`,
      en: `Only ${names.map((name) => `the ${lowerFirst(name.en)}`).join(' or ')} may “${lowerFirst(rule.words.en)}”.`,
    });
  }
  const posts = rule.posts ?? usualPosts;
  if (!mayActAs(actor.post, posts, flow.id)) {
    return notAllowed({
      vi: `Việc «${rule.words.vi}» phải do ${posts.map((post) => wordPost(post).vi).join(', ')} thực hiện.`,
      en: `“${rule.words.en}” must be done by ${posts.map((post) => wordPost(post).en).join(', ')}.`,
    });
  }
  return undefined;
}

export function refuseStarter(flow: Flow): Refusal {
  const { from } = flow.parties;
  return notAllowed({
    vi: `Chỉ ${lowerFirst(from.vi)} mới được lập «${flow.words.vi}».`,
    en: `Only the ${lowerFirst(from.en)} may start “${lowerFirst(flow.words.en)}”.`,
  });
}

export function refuseByGuard(why: Words, values: Record<string, unknown>): Refusal {
  const words = fillWords(why, values);
  return { ok: false, code: 'GUARD_REFUSED', words, details: { why: words.vi, whyEn: words.en } };
}

export function refuseInvalid(issues: readonly { path: PropertyKey[]; message: string; code: string }[]): Refusal {
  return {
    ok: false,
    code: 'VALIDATION_FAILED',
    words: wordError('VALIDATION_FAILED'),
    details: { issues: issues.map(({ path, message, code }) => ({ path: path.map(String), message, code })) },
  };
}

const notAllowed = (words: Words): Refusal => ({ ok: false, code: 'NOT_ALLOWED', words, details: {} });

export const nameRelation = (flow: Flow, relation: Relation): Words =>
  relation === 'from' || relation === 'to' ? flow.parties[relation] : relationWords[relation];

const lowerFirst = (text: string) => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
