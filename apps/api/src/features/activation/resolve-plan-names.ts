import type { IsoDate, Words } from '@phancong/contracts';
import { resolveUnitName, type NameRegistry } from '@phancong/units';

/** Names that a person of the plan's owner settled: each stands for these units, in this plan. */
export type SettledNames = ReadonlyMap<string, readonly string[]>;

/** How a lead or coordinator cell's name is understood on the registry date. */
export interface PlanName {
  name: string;
  kind: 'unit' | 'class' | 'nobody';
  unitIds: readonly string[];
  /** Why no unit stands for it; null when one does. */
  why: Words | null;
  /** A body outside the sector, to which nobody here can give a task. */
  outside?: true;
}

const reasons = {
  generic: {
    vi: 'Văn bản chưa nêu tên đơn vị cụ thể; đơn vị chủ trì tự mời khi thực hiện.',
    en: 'The document names no unit; the lead invites whom it needs.',
  },
  external: {
    vi: 'Cơ quan ngoài Ngành, không có trong danh mục; đơn vị chủ trì tự liên hệ.',
    en: 'Outside the sector and not in the registry; the lead makes contact.',
  },
  outsideClass: {
    vi: 'Nhóm cơ quan ngoài Ngành, danh mục không có; đơn vị chủ trì tự liên hệ, hoặc chọn thành viên cho kế hoạch này ở bước rà soát.',
    en: 'Bodies outside the sector, not in the registry; the lead makes contact, or the review names the members for this plan.',
  },
  unknown: {
    vi: 'Chưa có trong danh mục đơn vị; hãy chọn đơn vị ở bước rà soát.',
    en: 'Not in the registry of units; choose the unit in the review.',
  },
  below: {
    vi: 'Cấp dưới tỉnh chưa có trong danh mục; BHXH tỉnh giao tiếp.',
    en: 'Offices below the province are not in the registry; the provincial office passes the work on.',
  },
  outOfTime: {
    vi: 'Đơn vị không tồn tại vào ngày lấy danh mục.',
    en: 'The unit does not exist on the registry date.',
  },
} satisfies Record<string, Words>;

/**
 * The units that a name means on a day. What a person settled comes before the registry. A class of the registry stays a class when
 * the plan names its members; any other settled name counts as named units, also when it stands for many. Never invents: a name that
 * means nobody says why.
 */
export function resolvePlanName(
  name: string,
  asOf: IsoDate,
  { settled, registry }: { settled: SettledNames; registry: NameRegistry },
): PlanName {
  const chosen = settled.get(name);
  const nobody = (why: Words): PlanName => ({ name, kind: 'nobody', unitIds: [], why });
  const found = resolveUnitName(name, { asOf, registry });
  if (chosen && chosen.length > 0) {
    return { name, kind: found.kind === 'class' ? 'class' : 'unit', unitIds: chosen, why: null };
  }
  switch (found.kind) {
    case 'unit':
      return found.outOfTime ? nobody(reasons.outOfTime) : { name, kind: 'unit', unitIds: [found.key], why: null };
    case 'class': {
      const unitIds = found.memberKeys(asOf);
      return unitIds.length === 0 ? nobody(reasons.below) : { name, kind: 'class', unitIds, why: null };
    }
    case 'external':
      return { ...nobody(found.classKey ? reasons.outsideClass : reasons.external), outside: true };
    default:
      return nobody(reasons[found.kind]);
  }
}
