import type { IsoDate, RecordEvents, RegistryChange, UnitKind } from '@phancong/contracts';

export const changeKinds = ['renamed', 'merged', 'split', 'abolished', 'moved', 'founded', 'described'] as const;

/** What the form holds; each kind of change reads the fields it needs. */
export interface ChangeDraft {
  kind: RegistryChange['kind'];
  on: IsoDate;
  document: string;
  unitId: string | null;
  unitIds: string[];
  otherId: string | null;
  otherIds: string[];
  name: string;
  shortName: string;
  newId: string;
  unitKind: UnitKind;
  passOn: 'successor' | 'ask';
  aliases: string;
  phone: string;
  email: string;
  address: string;
}

export const emptyChange = (today: IsoDate): ChangeDraft => ({
  kind: 'renamed',
  on: today,
  document: '',
  unitId: null,
  unitIds: [],
  otherId: null,
  otherIds: [],
  name: '',
  shortName: '',
  newId: '',
  unitKind: 'centralUnit',
  passOn: 'successor',
  aliases: '',
  phone: '',
  email: '',
  address: '',
});

const filled = (text: string) => (text.trim() === '' ? null : text.trim());

function changeOf(draft: ChangeDraft): RegistryChange | null {
  const { unitId, otherId } = draft;
  const [name, shortName] = [filled(draft.name), filled(draft.shortName)];
  switch (draft.kind) {
    case 'founded':
      return name && shortName && filled(draft.newId) && otherId
        ? {
            kind: 'founded',
            unit: {
              id: draft.newId.trim(),
              name,
              shortName,
              nameEn: null,
              kind: draft.unitKind,
              parentId: otherId,
              code: null,
              aliases: [],
            },
          }
        : null;
    case 'renamed':
      return unitId && name && shortName ? { kind: 'renamed', unitId, name, shortName, nameEn: null } : null;
    case 'moved':
      return unitId && otherId ? { kind: 'moved', unitId, parentId: otherId } : null;
    case 'merged':
      return draft.unitIds.length > 0 && otherId
        ? { kind: 'merged', unitIds: draft.unitIds, intoId: otherId, passOn: draft.passOn }
        : null;
    case 'split':
      return unitId && draft.otherIds.length > 1 ? { kind: 'split', unitId, intoIds: draft.otherIds } : null;
    case 'abolished':
      return unitId ? { kind: 'abolished', unitId } : null;
    case 'described':
      return unitId
        ? {
            kind: 'described',
            unitId,
            aliases: draft.aliases.split(';').flatMap((alias) => filled(alias) ?? []),
            contact: { phone: filled(draft.phone), email: filled(draft.email), address: filled(draft.address) },
          }
        : null;
  }
}

/** What is sent; null while something that the kind needs is missing. */
export function writeChange(draft: ChangeDraft): RecordEvents | null {
  const change = changeOf(draft);
  return change && { events: [{ on: draft.on, change, document: filled(draft.document), confirmed: true }] };
}
