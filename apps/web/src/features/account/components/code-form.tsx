import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';

import { RefusalAlert } from '../../../components/form/refusal-alert.js';

interface CodeFormProps {
  label: string;
  error: unknown;
  pending: boolean;
  submit: string;
  onCode: (code: string) => void;
  /** Something else that can be done with the code that is typed. */
  other?: string;
  onOther?: (code: string) => void;
}

/** One field for a code, and what is done with it. */
export function CodeForm({ label, error, pending, submit, onCode, other, onOther }: CodeFormProps) {
  const [code, setCode] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onCode(code);
        setCode('');
      }}
    >
      <RefusalAlert error={error} />
      <Group align="flex-end" gap="sm">
        <TextInput
          label={label}
          autoComplete="one-time-code"
          required
          withAsterisk={false}
          maxLength={40}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" loading={pending} disabled={code.trim() === ''}>
          {submit}
        </Button>
        {onOther && (
          <Button variant="default" disabled={code.trim() === ''} onClick={() => onOther(code)}>
            {other}
          </Button>
        )}
      </Group>
    </form>
  );
}
