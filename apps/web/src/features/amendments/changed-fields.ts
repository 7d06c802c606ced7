import type { TableDifference, TableField, Target } from '@phancong/contracts';

export interface ChangedField {
  field: TableField | 'ref';
  from: string;
  to: string;
}

const wordTarget = ({ metric, min, max, unit, per, period }: Target): string => {
  const range = [...new Set([min, max])].filter((bound) => bound !== null).join('-');
  return `${metric}: ${range} ${[unit, per, period].filter(Boolean).join('/')}`;
};

function wordValue(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) {
    return value.map((one: unknown) => (typeof one === 'string' ? one : wordTarget(one as Target))).join('; ');
  }
  if (value !== null && typeof value === 'object' && 'text' in value) return wordValue(value.text);
  return '';
}

/** What a difference of two versions says of one field, in words. */
export function changedFields(difference: TableDifference): ChangedField[] {
  const changed = (field: ChangedField['field'], from: unknown, to: unknown): ChangedField[] => {
    const [before, after] = [wordValue(from), wordValue(to)];
    return before === after ? [] : [{ field, from: before, to: after }];
  };
  switch (difference.kind) {
    case 'added':
    case 'dropped': {
      const { item } = difference;
      const fields = ['leads', 'coordinators', 'timing', 'unitOfMeasure', 'text', 'targets'] as const;
      const isAdded = difference.kind === 'added';
      return fields.flatMap((field) => changed(field, isAdded ? '' : item[field], isAdded ? item[field] : ''));
    }
    case 'moved':
      return changed('ref', difference.ref, difference.toRef);
    case 'retimed':
      return changed('timing', difference.from, difference.to);
    case 'retargeted':
      return changed('targets', difference.from, difference.to);
    default:
      return changed(difference.field, difference.from, difference.to);
  }
}
