import { Select, TextInput, Textarea } from '@mantine/core';
import type { TextInputProps } from '@mantine/core';
import type { UnitKind } from '@phancong/contracts';

import { UnitField, UnitsField } from '../../../components/form/unit-field.js';
import { useGlossary } from '../../../lib/i18n/glossary.js';
import { useUnits } from '../../../lib/queries/get-units.js';
import type { ChangeDraft } from '../write-change.js';
import { useUnitsWords } from '../units-words.js';

interface ChangeFieldsProps {
  draft: ChangeDraft;
  onChange: (part: Partial<ChangeDraft>) => void;
}

type TypedField = 'name' | 'shortName' | 'newId' | 'phone' | 'email' | 'address';

const foundable: readonly UnitKind[] = ['centralUnit', 'provincialOffice', 'regionalOffice'];

/** The fields of each kind of change. */
export function ChangeFields({ draft, onChange }: ChangeFieldsProps) {
  const t = useUnitsWords();
  const units = useUnits({ asOf: draft.on });
  const all = units.data?.items.map(({ id }) => id) ?? [];
  const choose = (unitId: string | null) => {
    const unit = units.data?.items.find(({ id }) => id === unitId);
    onChange({
      unitId,
      ...(draft.kind === 'described' && unit
        ? {
            aliases: unit.aliases.join('; '),
            phone: unit.contact?.phone ?? '',
            email: unit.contact?.email ?? '',
            address: unit.contact?.address ?? '',
          }
        : {}),
    });
  };
  const one = <UnitField label={t('theUnit')} required only={all} withOwn value={draft.unitId} onChange={choose} />;
  const other = (label: 'parent' | 'newParent' | 'mergedInto') => (
    <UnitField
      label={t(label)}
      required
      only={all}
      withOwn
      value={draft.otherId}
      onChange={(otherId) => onChange({ otherId })}
    />
  );
  const line = (name: TypedField, rules: TextInputProps = {}) => (
    <TextInput
      label={t(name)}
      {...rules}
      value={draft[name]}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  );
  const names = (
    <>
      {line('name', { required: true, maxLength: 200 })}
      {line('shortName', { required: true, maxLength: 200 })}
    </>
  );
  switch (draft.kind) {
    case 'founded':
      return (
        <>
          {names}
          {line('newId', { description: t('newIdHint'), required: true, pattern: '[a-z0-9]+(-[a-z0-9]+)*' })}
          <KindField draft={draft} onChange={onChange} />
          {other('parent')}
        </>
      );
    case 'renamed':
      return (
        <>
          {one}
          {names}
        </>
      );
    case 'moved':
      return (
        <>
          {one}
          {other('newParent')}
        </>
      );
    case 'merged':
      return (
        <>
          <UnitsField
            label={t('mergedUnits')}
            required
            only={all}
            value={draft.unitIds}
            onChange={(unitIds) => onChange({ unitIds })}
          />
          {other('mergedInto')}
          <Select
            label={t('passOn')}
            allowDeselect={false}
            data={[
              { value: 'successor', label: t('passOnSuccessor') },
              { value: 'ask', label: t('passOnAsk') },
            ]}
            value={draft.passOn}
            onChange={(passOn) => onChange({ passOn: passOn === 'ask' ? 'ask' : 'successor' })}
          />
        </>
      );
    case 'split':
      return (
        <>
          {one}
          <UnitsField
            label={t('splitInto')}
            required
            only={all}
            value={draft.otherIds}
            onChange={(otherIds) => onChange({ otherIds })}
          />
        </>
      );
    case 'abolished':
      return one;
    case 'described':
      return (
        <>
          {one}
          <Textarea
            label={t('alsoCalled')}
            description={t('aliasesHint')}
            value={draft.aliases}
            onChange={(event) => onChange({ aliases: event.currentTarget.value })}
          />
          {line('phone', { maxLength: 50 })}
          {line('email', { type: 'email', maxLength: 200 })}
          {line('address', { maxLength: 300 })}
        </>
      );
  }
}

function KindField({ draft, onChange }: ChangeFieldsProps) {
  const t = useUnitsWords();
  const glossary = useGlossary();
  return (
    <Select
      label={t('kind')}
      allowDeselect={false}
      data={foundable.map((kind) => ({ value: kind, label: glossary(kind) }))}
      value={draft.unitKind}
      onChange={(unitKind) => unitKind && onChange({ unitKind })}
    />
  );
}
