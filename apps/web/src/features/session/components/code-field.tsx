import { TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';

import { useSessionWords } from '../session-words.js';

/** Takes the place of the field that had the focus, so it takes the focus too: whoever types goes on typing. */
export function CodeField({ value, onChange }: { value: string; onChange: (code: string) => void }) {
  const t = useSessionWords();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <TextInput
      ref={field}
      label={t('code')}
      description={t('codeHint')}
      name="code"
      autoComplete="one-time-code"
      required
      withAsterisk={false}
      maxLength={40}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
