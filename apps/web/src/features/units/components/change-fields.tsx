import { Select, TextInput, Textarea } from '@mantine/core';
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
  switch (draft.kind) {
    case 'founded':
      return (
        <>
          <NameFields draft={draft} onChange={onChange} />
          <TextInput
            label={t('newId')}
            description={t('newIdHint')}
            required
            pattern="[a-z0-9]+(-[a-z0-9]+)*"
            value={draft.newId}
            onChange={(event) => onChange({ newId: event.currentTarget.value })}
          />
          <KindField draft={draft} onChange={onChange} />
          <UnitField
            label={t('parent')}
            required
            only={all}
            withOwn
            value={draft.otherId}
            onChange={(otherId) => onChange({ otherId })}
          />
        </>
      );
    case 'renamed':
      return (
        <>
          {one}
          <NameFields draft={draft} onChange={onChange} />
        </>
      );
    case 'moved':
      return (
        <>
          {one}
          <UnitField
            label={t('newParent')}
            required
            only={all}
            withOwn
            value={draft.otherId}
            onChange={(otherId) => onChange({ otherId })}
          />
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
          <UnitField
            label={t('mergedInto')}
            required
            only={all}
            withOwn
            value={draft.otherId}
            onChange={(otherId) => onChange({ otherId })}
          />
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
          <TextInput
            label={t('phone')}
            maxLength={50}
            value={draft.phone}
            onChange={(event) => onChange({ phone: event.currentTarget.value })}
          />
          <TextInput
            label={t('email')}
            type="email"
            maxLength={200}
            value={draft.email}
            onChange={(event) => onChange({ email: event.currentTarget.value })}
          />
          <TextInput
            label={t('address')}
            maxLength={300}
            value={draft.address}
            onChange={(event) => onChange({ address: event.currentTarget.value })}
          />
        </>
      );
  }
}

function NameFields({ draft, onChange }: ChangeFieldsProps) {
  const t = useUnitsWords();
  return (
    <>
      <TextInput
        label={t('name')}
        required
        maxLength={200}
        value={draft.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t('shortName')}
        required
        maxLength={200}
        value={draft.shortName}
        onChange={(event) => onChange({ shortName: event.currentTarget.value })}
      />
    </>
  );
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
