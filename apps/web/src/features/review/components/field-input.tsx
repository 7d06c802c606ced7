import { NumberInput, TagsInput, TextInput, Textarea } from '@mantine/core';
import type { EditItem } from '@phancong/contracts';

import type { EditableField } from '../editable-fields.js';
import { useReviewWords } from '../review-words.js';
import { TargetsInput } from './targets-input.js';
import { TimingInput } from './timing-input.js';

type Changes = EditItem['changes'];

interface FieldInputProps {
  field: EditableField;
  year: number;
  label: string;
  value: Changes;
  onChange: (changes: Changes) => void;
}

/** The input that fits a field of a row. */
export function FieldInput({ field, year, label, value, onChange }: FieldInputProps) {
  const t = useReviewWords();
  switch (field) {
    case 'budgetVnd':
      return (
        <NumberInput
          aria-label={label}
          suffix=" đồng"
          thousandSeparator="."
          decimalSeparator=","
          allowDecimal={false}
          allowNegative={false}
          max={Number.MAX_SAFE_INTEGER}
          clampBehavior="strict"
          value={value.budgetVnd ?? ''}
          onChange={(typed) => onChange({ budgetVnd: typed === '' ? null : Number(typed) })}
        />
      );
    case 'text':
      return (
        <Textarea
          aria-label={label}
          autosize
          minRows={4}
          maxRows={18}
          value={value.text ?? ''}
          onChange={(event) => onChange({ text: event.currentTarget.value })}
        />
      );
    case 'ref':
    case 'title':
    case 'unitOfMeasure':
    case 'deliverable':
      return (
        <TextInput
          aria-label={label}
          value={value[field] ?? ''}
          onChange={(event) => {
            const typed = event.currentTarget.value;
            onChange({
              [field]: (field === 'unitOfMeasure' || field === 'deliverable') && typed === '' ? null : typed,
            });
          }}
        />
      );
    case 'leads':
    case 'coordinators':
    case 'handsOffTo':
    case 'receivesFrom':
    case 'approvers':
      return (
        <TagsInput
          aria-label={label}
          description={t('listHint')}
          splitChars={[';']}
          value={value[field] ?? []}
          onChange={(names) => onChange({ [field]: names })}
        />
      );
    case 'timing':
      return <TimingInput label={label} year={year} value={value.timing} onChange={(timing) => onChange({ timing })} />;
    case 'targets':
      return <TargetsInput value={value.targets ?? []} onChange={(targets) => onChange({ targets })} />;
  }
}
