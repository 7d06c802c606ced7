import type { Words } from '@phancong/contracts';

import type { Flow } from '../engine/flow.js';
import { deputy, first, firstForSecond, type Mover } from './rehearsal.js';

interface Told {
  event: string;
  actor?: Mover;
}

/** Who the persons of a rehearsal are in a story. */
const names = new Map<Mover, Words>([
  [first, { vi: 'bà Hoa', en: 'Ms Hoa' }],
  [deputy, { vi: 'ông Minh thay mặt bà Hoa', en: 'Mr Minh on behalf of Ms Hoa' }],
  [firstForSecond, { vi: 'bà Hoa thay mặt ông Sơn', en: 'Ms Hoa on behalf of Mr Sơn' }],
]);

/** The steps of a way as a short story: which unit, which person where it matters, which move. */
export const tellWay = (flow: Flow, way: readonly Told[]): Words => ({
  vi: way.map((step) => tellStep(flow, step, 'vi')).join(' → '),
  en: way.map((step) => tellStep(flow, step, 'en')).join(' → '),
});

function tellStep(flow: Flow, { event, actor }: Told, language: 'vi' | 'en'): string {
  const rule = flow.events[event];
  const words = rule?.words[language] ?? event;
  const quoted = language === 'vi' ? `«${words}»` : `“${words}”`;
  if (!rule || rule.by === 'system') return quoted;
  const side = rule.by.find((relation) => relation === 'from' || relation === 'to');
  const unit = side ? flow.parties[side][language] : '';
  const person = actor ? names.get(actor)?.[language] : undefined;
  return [unit, person && `(${person})`, quoted].filter(Boolean).join(' ');
}
