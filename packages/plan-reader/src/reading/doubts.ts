import type { Doubt, Words } from '@phancong/contracts';
import { findUnit } from '@phancong/units';

import type { FillColumn } from './fill-merged-cells.js';

export const fieldWords: Record<FillColumn | 'targets' | 'handsOffTo' | 'receivesFrom', Words> = {
  title: { vi: 'tên nội dung', en: 'title' },
  unitOfMeasure: { vi: 'đơn vị tính', en: 'unit of measure' },
  timing: { vi: 'thời gian thực hiện', en: 'timing' },
  leads: { vi: 'đơn vị chủ trì', en: 'lead units' },
  coordinators: { vi: 'đơn vị phối hợp', en: 'coordinating units' },
  text: { vi: 'công việc thực hiện', en: 'work' },
  targets: { vi: 'chỉ tiêu', en: 'targets' },
  handsOffTo: { vi: 'nơi nhận sản phẩm', en: 'receivers of the product' },
  receivesFrom: { vi: 'nơi cung cấp sản phẩm', en: 'givers of the product' },
};

const leaveBlank = { value: null, words: { vi: 'Để trống', en: 'Leave it blank' } };

/** A blank cell taken as merged with the one above it. */
export function doubtInherited(ref: string, field: FillColumn, from: string, value: unknown, sure: boolean): Doubt {
  const { vi, en } = fieldWords[field];
  return {
    code: 'INHERITED',
    ref,
    field,
    message: {
      vi: `Ô «${vi}» của mục ${ref} để trống; đã lấy theo mục ${from} (ô gộp). Đúng không?`,
      en: `The cell “${en}” of row ${ref} is blank; the value of row ${from} was taken (merged cell). Right?`,
    },
    choices: [{ value, words: { vi: `Như mục ${from}`, en: `As row ${from}` } }, leaveBlank],
    confidence: sure ? 1 : 0.9,
  };
}

/** The words of a merged cell stand in a lower row: which rows it covers, only a person can say. */
export function doubtFromBelow(ref: string, field: FillColumn, from: string, value: unknown): Doubt {
  const { vi, en } = fieldWords[field];
  return {
    code: 'AMBIGUOUS',
    ref,
    field,
    message: {
      vi: `Mục ${ref} không ghi «${vi}»; mục ${from} ngay bên dưới có ghi. Ô này có gộp cho cả hai mục không?`,
      en: `Row ${ref} states no “${en}”; row ${from} right below does. Is that cell merged over both rows?`,
    },
    choices: [{ value, words: { vi: `Có, như mục ${from}`, en: `Yes, as row ${from}` } }, leaveBlank],
    confidence: 0.5,
  };
}

export function doubtInferred(ref: string, field: keyof typeof fieldWords, value: unknown, why: Words): Doubt {
  return {
    code: 'INFERRED',
    ref,
    field,
    message: {
      vi: `«${fieldWords[field].vi}» của mục ${ref} không ghi rõ mà được suy ra: ${why.vi}.`,
      en: `“${fieldWords[field].en}” of row ${ref} is not stated but inferred: ${why.en}.`,
    },
    choices: [{ value, words: { vi: 'Đúng như suy ra', en: 'As inferred' } }, leaveBlank],
    confidence: 0.7,
  };
}

export function doubtUnnamedUnit(ref: string, field: 'leads' | 'coordinators', name: string): Doubt {
  return {
    code: 'UNNAMED_UNIT',
    ref,
    field,
    message: {
      vi: `Mục ${ref}: «${name}» chưa nêu tên đơn vị cụ thể. Hãy chọn các đơn vị, hoặc để đơn vị chủ trì tự mời.`,
      en: `Row ${ref}: “${name}” names no unit. Choose the units, or leave it to the lead to invite them.`,
    },
    choices: [{ value: [], words: { vi: 'Để đơn vị chủ trì tự mời', en: 'The lead invites them' } }],
    confidence: 0.4,
  };
}

export function doubtUnknownUnit(ref: string, field: 'leads' | 'coordinators', name: string): Doubt {
  return {
    code: 'UNKNOWN_UNIT',
    ref,
    field,
    message: {
      vi: `Mục ${ref}: không nhận ra đơn vị «${name}». Hãy chọn đơn vị trong danh mục hoặc xác nhận là cơ quan ngoài Ngành.`,
      en: `Row ${ref}: the unit “${name}” is not known. Choose it from the registry or confirm that it is outside the sector.`,
    },
    choices: [{ value: name, words: { vi: 'Cơ quan ngoài Ngành', en: 'Outside the sector' } }],
    confidence: 0.3,
  };
}

export function doubtOddUnitName(ref: string, field: 'leads' | 'coordinators', printed: string, meant: string): Doubt {
  return {
    code: 'ODD_TEXT',
    ref,
    field,
    message: {
      vi: `Mục ${ref}: văn bản in «${printed}», đã đọc là «${meant}».`,
      en: `Row ${ref}: printed “${printed}”, read as “${meant}”.`,
    },
    choices: [
      { value: meant, words: { vi: meant, en: meant } },
      { value: printed, words: { vi: `Giữ nguyên «${printed}»`, en: `Keep “${printed}”` } },
    ],
    confidence: 0.8,
  };
}

/** A column for leads and partners together: who stands first is taken as the lead. */
export function doubtSharedCell(ref: string, leads: readonly string[], others: readonly string[]): Doubt {
  const all = [...leads, ...others];
  return {
    code: 'AMBIGUOUS',
    ref,
    field: 'leads',
    message: {
      vi: `Mục ${ref}: ô ghi chung đơn vị chủ trì và phối hợp (${all.join(', ')}); đã lấy đơn vị đứng đầu là chủ trì. Đúng không?`,
      en: `Row ${ref}: one cell names leads and partners (${all.join(', ')}); the first was taken as the lead. Right?`,
    },
    choices: [
      { value: [...leads], words: { vi: `Chủ trì: ${leads.join(', ')}`, en: `Lead: ${leads.join(', ')}` } },
      { value: all, words: { vi: 'Tất cả cùng chủ trì', en: 'All of them lead' } },
    ],
    confidence: 0.6,
  };
}

/** The table names its leads over groups of rows, and not in a column. */
export function doubtLeadsOfGroups(count: number): Doubt {
  return {
    code: 'INFERRED',
    ref: null,
    field: 'leads',
    message: {
      vi: `Bảng không ghi đơn vị chủ trì ở ${count} dòng; đã lấy cơ quan ở dòng tên nhóm phía trên làm đơn vị chủ trì. Đúng không?`,
      en: `${count} rows state no lead unit; the office that heads their group was taken as the lead. Right?`,
    },
    choices: [
      { value: null, words: { vi: 'Đúng, cơ quan của nhóm chủ trì', en: 'Right, the office of the group leads' } },
    ],
    confidence: 0.8,
  };
}

/** The table says its times over groups of rows, and not in a column. */
export function doubtTimesOfGroups(count: number): Doubt {
  return {
    code: 'INFERRED',
    ref: null,
    field: 'timing',
    message: {
      vi: `Bảng không ghi thời gian ở ${count} dòng; đã lấy thời gian ở dòng tên nhóm phía trên. Đúng không?`,
      en: `${count} rows state no time; that of the title of their group was taken. Right?`,
    },
    choices: [{ value: null, words: { vi: 'Đúng, theo thời gian của nhóm', en: 'Right, the time of the group' } }],
    confidence: 0.8,
  };
}

/** The unit is known, but not in being in the plan's time: a person chooses its successor or keeps the name as signed. */
export function doubtOutOfTime(
  ref: string,
  field: 'leads' | 'coordinators',
  unit: { key: string; name: string },
): Doubt {
  const successors = (findUnit(unit.key)?.successorIds ?? []).flatMap((key) => findUnit(key) ?? []);
  return {
    code: 'AMBIGUOUS',
    ref,
    field,
    message: {
      vi: `Mục ${ref}: «${unit.name}» không hoạt động vào thời gian của kế hoạch. Hãy chọn đơn vị kế thừa hoặc giữ nguyên tên như văn bản.`,
      en: `Row ${ref}: “${unit.name}” is not in being in the time of the plan. Choose its successor or keep the name as signed.`,
    },
    choices: [
      ...successors.map((successor) => ({
        value: successor.shortName,
        words: { vi: successor.shortName, en: successor.nameEn ?? successor.shortName },
      })),
      { value: unit.name, words: { vi: 'Giữ nguyên như văn bản', en: 'Keep as signed' } },
    ],
    confidence: 0.5,
  };
}

/** Offices below the province are not in the registry, so a class of all levels reaches the provincial offices only. */
export function doubtAllLevels(ref: string, field: 'leads' | 'coordinators', name: string): Doubt {
  return {
    code: 'AMBIGUOUS',
    ref,
    field,
    message: {
      vi: `Mục ${ref}: «${name}» gồm cả cấp dưới tỉnh, chưa có trong danh mục. Việc sẽ giao đến từng BHXH tỉnh, BHXH tỉnh giao tiếp xuống dưới.`,
      en: `Row ${ref}: “${name}” includes offices below the province, which the registry does not list. Each provincial office gets the task and passes it on.`,
    },
    choices: [{ value: 'bhxh-tinh', words: { vi: 'Giao đến BHXH tỉnh', en: 'Assign to provincial offices' } }],
    confidence: 0.6,
  };
}

export function doubtBlank(ref: string | null, field: string, vi: string, en: string): Doubt {
  return {
    code: 'BLANK_FIELD',
    ref,
    field,
    message: { vi, en },
    choices: [leaveBlank],
    confidence: 0.8,
  };
}

export function doubtSplit(ref: string, vi: string, en: string, confidence: number): Doubt {
  return {
    code: 'SPLIT_ROW',
    ref,
    field: 'text',
    message: { vi, en },
    choices: [
      { value: true, words: { vi: 'Đúng', en: 'Right' } },
      { value: false, words: { vi: 'Không đúng', en: 'Wrong' } },
    ],
    confidence,
  };
}
