import { FlowId, type Words } from '@phancong/contracts';

import { flowOf, knowsFlow } from '../flows/released-flows.js';
import { noticeTemplates, type NoticeTemplateId } from './notice-templates.js';

/** The name under which a sentence of an office's own flow is kept with its notices. */
export const ownNoticeId = (flow: FlowId, version: number, key: string) =>
  `own_${flow}_${version}_${key}` as NoticeTemplateId;

/** The version of an own flow that a notice speaks in; null where it speaks in a sentence of the product. */
export function ownVersionOf(template: string): { flow: FlowId; version: number; key: string } | null {
  const [, flow, version, key] = /^own_([a-zA-Z]+)_(\d{1,5})_([a-z][A-Za-z0-9]{0,39})$/.exec(template) ?? [];
  const known = FlowId.safeParse(flow);
  return known.success && version && key ? { flow: known.data, version: Number(version), key } : null;
}

/** The sentence of a notice with its places open. What no version says any more is told in general words. */
export function sentenceOf(template: string, own?: Readonly<Record<string, Words>>): Words {
  if (Object.hasOwn(noticeTemplates, template)) return noticeTemplates[template as NoticeTemplateId];
  const named = ownVersionOf(template);
  if (!named) return noticeTemplates.ownFlowMoved;
  const known = knowsFlow(named.flow, named.version) ? flowOf(named.flow, named.version).ownNotices : undefined;
  return (own ?? known)?.[named.key] ?? noticeTemplates.ownFlowMoved;
}
