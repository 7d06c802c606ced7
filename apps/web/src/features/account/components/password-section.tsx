import { Button, PasswordInput, Stack } from '@mantine/core';
import { useState } from 'react';

import { RefusalAlert } from '../../../components/form/refusal-alert.js';
import { Sheet } from '../../../components/ui/sheet.js';
import { showSuccess } from '../../../components/ui/toasts.js';
import { useAccountWords } from '../account-words.js';
import { useChangePassword } from '../api/sessions.js';

export function PasswordSection() {
  const t = useAccountWords();
  const change = useChangePassword();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const clear = () => {
    setCurrent('');
    setPassword('');
    showSuccess(t('changed'));
  };
  return (
    <Sheet title={t('password')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({ current, password }, { onSuccess: clear });
        }}
      >
        <Stack gap="sm" maw={420}>
          <RefusalAlert error={change.error} />
          <PasswordInput
            label={t('current')}
            autoComplete="current-password"
            required
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
          <PasswordInput
            label={t('next')}
            description={t('nextHint')}
            autoComplete="new-password"
            required
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button type="submit" loading={change.isPending} w="fit-content">
            {t('change')}
          </Button>
        </Stack>
      </form>
    </Sheet>
  );
}
