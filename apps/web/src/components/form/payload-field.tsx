import { Checkbox, NumberInput, Select, TextInput, Textarea } from '@mantine/core';
import type { FileLink } from '@phancong/contracts';
import { useState } from 'react';

import { useClock } from '../../lib/queries/get-clock.js';
import { DateField } from '../ui/date-field.js';
import { FileField } from '../ui/file-field.js';
import { MoneyField } from '../ui/money-field.js';
import type { FieldOfForm } from './describe-fields.js';
import { choiceWord } from './field-words.js';
import { UnitField, UnitsField } from './unit-field.js';

export type FieldValue = string | number | boolean | string[] | null;

interface PayloadFieldProps {
  field: FieldOfForm;
  label: string;
  value: FieldValue;
  error: string | null;
  onChange: (value: FieldValue) => void;
}

/** One field of a payload in the input that fits its kind. */
export function PayloadField({ field, label, value, error, onChange }: PayloadFieldProps) {
  const { today } = useClock();
  const text = typeof value === 'string' ? value : '';
  const shared = { label, error, required: field.required };
  switch (field.kind) {
    case 'text':
      return (
        <Textarea
          {...shared}
          autosize
          minRows={3}
          maxRows={12}
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'line':
    case 'link':
      return (
        <TextInput
          {...shared}
          type={field.kind === 'link' ? 'url' : 'text'}
          placeholder={field.kind === 'link' ? 'https://' : ''}
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'date':
      return <DateField {...shared} value={text || null} onChange={onChange} openAt={today} />;
    case 'number':
      return (
        <NumberInput
          {...shared}
          value={typeof value === 'number' ? value : ''}
          thousandSeparator="."
          decimalSeparator=","
          onChange={(typed) => onChange(typeof typed === 'number' ? typed : null)}
        />
      );
    case 'money':
      return <MoneyField {...shared} value={text} onChange={onChange} />;
    case 'unit':
      return <UnitField {...shared} value={text || null} onChange={onChange} />;
    case 'units':
      return <UnitsField {...shared} value={Array.isArray(value) ? value : []} onChange={onChange} />;
    case 'choice':
      return (
        <Select
          {...shared}
          data={field.choices.map((choice) => ({ value: choice, label: choiceWord(field.name, choice) }))}
          value={text || null}
          onChange={onChange}
        />
      );
    case 'yesNo':
      return (
        <Checkbox
          label={label}
          error={error}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case 'file':
      return <FileOfPayload label={label} onChange={onChange} />;
  }
}

/** The payload keeps the id alone; the name of the file stays on screen. */
function FileOfPayload({ label, onChange }: { label: string; onChange: (id: string | null) => void }) {
  const [file, setFile] = useState<FileLink | null>(null);
  return (
    <FileField
      label={label}
      value={file}
      onChange={(next) => {
        setFile(next);
        onChange(next?.id ?? null);
      }}
    />
  );
}
