import type { EditItem } from '@phancong/contracts';

export type EditableField = keyof EditItem['changes'];

/** The fields of a row that a person may correct, in the order of the table. */
export const editableFields = [
  'title',
  'unitOfMeasure',
  'timing',
  'leads',
  'coordinators',
  'text',
  'targets',
] as const satisfies readonly EditableField[];

export const isEditable = (field: string | null): field is EditableField =>
  field !== null && (editableFields as readonly string[]).includes(field);
