import { TableItem, type AmendmentChange, type ReadItem, type TableField } from '@phancong/contracts';

import { hideQuotes } from './amendment-text.js';
import type { Clause } from './read-clauses.js';

const fields: readonly TableField[] = ['title', 'unitOfMeasure', 'timing', 'leads', 'coordinators', 'text', 'targets'];

const isStated = (value: unknown) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** "… như sau:" with a table of the plan's own shape: each row says what the row of the same ref says from now on. */
export function readTableOrder(clause: Clause, items: readonly ReadItem[]): AmendmentChange[] {
  const text = hideQuotes(clause.lines.map((line) => line.text).join('\n'));
  const context = clause.parents.map((parent) => parent.lines[0]?.text ?? '').join('\n');
  const isAddition = /bổ sung/iu.test(text || context) && !/sửa đổi|điều chỉnh|thay/iu.test(text || context);
  return items.flatMap((item): AmendmentChange[] => {
    const common = { ref: item.ref, how: 'replace' as const, after: null, clause: clause.label };
    if (isAddition) {
      return [
        { ...common, op: 'add', field: null, from: null, to: TableItem.parse(item), anchors: item.anchors.title ?? [] },
      ];
    }
    return fields.flatMap((field): AmendmentChange[] => {
      const value = field === 'timing' ? item.timing.text : item[field];
      if (!isStated(value)) return [];
      const anchors = field in item.anchors ? (item.anchors[field as keyof ReadItem['anchors']] ?? []) : [];
      return [{ ...common, op: 'change', field, from: null, to: value, anchors }];
    });
  });
}
