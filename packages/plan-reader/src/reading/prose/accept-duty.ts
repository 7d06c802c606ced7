import { beginsDuty } from '@phancong/units';

import type { Duty } from './collect-duties.js';

/** What was found in a duty before it is decided whether the plan gives it to somebody. */
export type Findings = {
  namesDoer: boolean;
  namesPartner: boolean;
  hasTarget: boolean;
  hasTime: boolean;
  hasRhythm: boolean;
};

const campaign = /chiến dịch|chuyên đề|cao điểm|ra quân|phát động|lễ/iu;

function opensWithDuty(text: string): boolean {
  const words = text.trimStart();
  return beginsDuty(words.charAt(0).toLowerCase() + words.slice(1));
}

/**
 * Is this work that the plan gives (`must`), words that may be taken as work (`may`), or a purpose, topic or principle (null)?
 * Below the heading of an office all is work. Elsewhere it needs a doer of its own, or the look of a task in a part about tasks.
 */
export function acceptDuty(duty: Duty, text: string, found: Findings): 'must' | 'may' | null {
  const { role, isBullet } = duty;
  if (
    /^(?:Quyết định|Kế hoạch|Chương trình|Phương án|Quy chế|Chỉ thị) này (?:có hiệu lực|thay thế|được|gồm)/u.test(
      text.trim(),
    )
  )
    return null;
  if (/chịu trách nhiệm thi hành/u.test(text)) return 'may';
  if (role === 'context') return found.namesDoer ? 'may' : null;
  if (duty.holder || role === 'assignment') return 'must';
  if (found.namesDoer) return role === 'forms' && isBullet ? 'may' : 'must';
  if (role === 'funding') return null;
  if (role === 'goals') return found.hasTarget || found.hasTime ? 'must' : null;
  if (role === 'forms') {
    if (isBullet) return found.namesPartner || found.hasTarget || found.hasRhythm ? 'may' : null;
    if (found.hasTarget || found.hasTime) return 'must';
    if (duty.heading) return duty.headingTitles.some((title) => campaign.test(title)) ? 'may' : null;
    return opensWithDuty(text) ? 'must' : null;
  }
  return opensWithDuty(text) || found.hasTarget || found.hasTime || found.namesPartner ? 'must' : null;
}
