import type { Doubt, ReadItem } from '@phancong/contracts';
import { resolveUnitName } from '@phancong/units';

import { doubtInferred } from '../doubts.js';

const provinces = 'BHXH tỉnh';
const worksWithProvince =
  /\/ ?tỉnh|trên địa bàn tỉnh|(?:UBND|[ỦU]y ban [Nn]hân dân|Ban Tuyên giáo|Ban Chỉ đạo) tỉnh|tỉnh, thành ủy/iu;

/**
 * In a plan of the sector, a numbered list without doers whose points count per province or deal with its authorities is work of
 * the provincial offices; so are the points beside them. Inferred, and said so.
 */
export function inferProvinces(
  items: readonly ReadItem[],
  groupOf: ReadonlyMap<string, string>,
  issuer: string | null,
  asOf: string,
): Doubt[] {
  const issued = issuer ? resolveUnitName(issuer, { asOf }) : null;
  if (issued?.kind !== 'unit' || issued.key !== 'bhxh-vn') return [];
  const doubts: Doubt[] = [];
  const groups = new Map<string, ReadItem[]>();
  for (const item of items) {
    const group = groupOf.get(item.ref);
    if (group === undefined || item.leads.length > 0) continue;
    groups.set(group, [...(groups.get(group) ?? []), item]);
  }
  for (const members of groups.values()) {
    if (!members.some(({ text, targets }) => worksWithProvince.test(text) || targets.some(({ per }) => per === 'tỉnh')))
      continue;
    for (const item of members) {
      item.leads = [provinces];
      item.fansOutTo = 'provinces';
      item.inferred.push('leads');
      const why = {
        vi: 'các ý cùng danh sách tính theo từng tỉnh hoặc làm việc với cấp tỉnh',
        en: 'the points of the list count per province or deal with its authorities',
      };
      doubts.push(doubtInferred(item.ref, 'leads', item.leads, why));
    }
  }
  return doubts;
}
