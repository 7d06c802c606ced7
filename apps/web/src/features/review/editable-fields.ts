import type { EditDocument, EditItem, ReviewItem } from '@phancong/contracts';

export type EditableField = keyof EditItem['changes'];
export type DocumentFact = keyof EditDocument['changes'];

/** The fields that every row shows, in the order of the table. */
const tableFields = [
  'title',
  'unitOfMeasure',
  'timing',
  'leads',
  'coordinators',
  'text',
  'targets',
] as const satisfies readonly EditableField[];

/** Fields that few rows have; they are shown where they say something, and filled in from the menu of the row. */
export const rareFields = [
  'deliverable',
  'budgetVnd',
  'handsOffTo',
  'receivesFrom',
  'approvers',
] as const satisfies readonly EditableField[];

/** True where a rare field of a row says nothing. */
export function isBlank(item: ReviewItem, field: (typeof rareFields)[number]): boolean {
  const value = item[field];
  return Array.isArray(value) ? value.length === 0 : value === null || value === '';
}

const editableFields: readonly EditableField[] = ['ref', ...tableFields, ...rareFields];

export const isEditable = (field: string | null): field is EditableField =>
  field !== null && (editableFields as readonly string[]).includes(field);

/** What a row shows: the fields of the table, the rare ones that are filled, and the one that is being edited. */
export function fieldsToShow(item: ReviewItem, edited: EditableField | null): readonly EditableField[] {
  const rare = rareFields.filter((field) => !isBlank(item, field) || field === edited);
  return [...(edited === 'ref' ? (['ref'] as const) : []), ...tableFields, ...rare];
}

export const documentFacts = [
  'title',
  'number',
  'issuedOn',
  'issuer',
  'signer',
  'year',
  'recipients',
] as const satisfies readonly DocumentFact[];

export const isFact = (field: string | null): field is DocumentFact =>
  field !== null && (documentFacts as readonly string[]).includes(field);
