import type { IsoDate, Words } from '@phancong/contracts';

/** One person lets another one act in his post for some days, for one plan or (null) for all work. */
export interface Delegation {
  fromPersonId: string;
  toPersonId: string;
  planId: string | null;
  validFrom: IsoDate;
  validTo: IsoDate;
}

const LONGEST_DAYS = 366;

const daysBetween = (from: IsoDate, to: IsoDate) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/**
 * Why a delegation may not be given; undefined when it may. It is dated, never to oneself, and never in a circle: on no day
 * does a post come back to its holder through others. `others` are the delegations that have not been ended.
 */
export function refuseDelegation(asked: Delegation, others: readonly Delegation[], today: IsoDate): Words | undefined {
  if (asked.fromPersonId === asked.toPersonId) {
    return { vi: 'Không thể ủy quyền cho chính mình.', en: 'Nobody delegates to himself.' };
  }
  if (asked.validTo < asked.validFrom) {
    return { vi: 'Ngày kết thúc phải từ ngày bắt đầu trở đi.', en: 'The last day lies before the first one.' };
  }
  if (asked.validTo < today) {
    return { vi: 'Thời gian ủy quyền đã qua.', en: 'These days have passed already.' };
  }
  if (daysBetween(asked.validFrom, asked.validTo) >= LONGEST_DAYS) {
    return { vi: 'Mỗi lần ủy quyền không quá một năm.', en: 'A delegation lasts a year at most.' };
  }
  if (closesCircle(asked, others)) {
    return {
      vi: 'Người nhận đã ủy quyền (trực tiếp hoặc qua người khác) cho người giao trong cùng thời gian; không ủy quyền vòng tròn.',
      en: 'In these days the other person has delegated to the giver, directly or through others; no delegation in a circle.',
    };
  }
  return undefined;
}

/** Follows the delegations from the receiver as far as one common day and one common plan are left. */
function closesCircle(asked: Delegation, others: readonly Delegation[]): boolean {
  const follow = (way: Delegation, seen: readonly string[]): boolean =>
    others.some((next) => {
      if (next.fromPersonId !== way.toPersonId || seen.includes(next.toPersonId)) return false;
      const common = overlapOf(way, next);
      if (!common) return false;
      return next.toPersonId === asked.fromPersonId || follow(common, [...seen, next.toPersonId]);
    });
  return follow(asked, [asked.toPersonId]);
}

function overlapOf(way: Delegation, next: Delegation): Delegation | undefined {
  const validFrom = way.validFrom > next.validFrom ? way.validFrom : next.validFrom;
  const validTo = way.validTo < next.validTo ? way.validTo : next.validTo;
  const samePlan = way.planId === null || next.planId === null || way.planId === next.planId;
  if (validFrom > validTo || !samePlan) return undefined;
  return { ...way, toPersonId: next.toPersonId, planId: way.planId ?? next.planId, validFrom, validTo };
}
