import type { FanOut } from '@phancong/contracts';
import { resolveUnitName } from '@phancong/units';

import { readFanOut } from '../read-item-units.js';

const several =
  /^(?:Các|Những|Toàn thể) |^(?:UBND|Ủy ban nhân dân|Trạm Y tế|Công an|Phòng|Trạm|Trường|Ban Chỉ đạo)[^,]* (?:các |cấp )/u;

/** True for a name that stands for several offices outside the registry: "Các sở, ban, ngành, địa phương". */
function isSeveral(name: string, asOf: string): boolean {
  const { kind } = resolveUnitName(name, { asOf });
  return kind !== 'unit' && several.test(name);
}

/** To whom a duty fans out. Where one office leads beside a group, no value fits and none is given. */
export function fanOutOf(leads: readonly string[], asOf: string): FanOut {
  const known = readFanOut(leads, asOf);
  if (known || leads.length === 0) return known;
  if (leads.every((name) => name.startsWith('Các đơn vị trực thuộc'))) return 'central-units';
  return leads.every((name) => isSeveral(name, asOf)) ? 'all-subordinate-units' : null;
}
