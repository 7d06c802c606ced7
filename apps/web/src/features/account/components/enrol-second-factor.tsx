import { Button, Code, PasswordInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import { RefusalAlert } from '../../../components/form/refusal-alert.js';
import { useConfirmSecondFactor, useStartSecondFactor } from '../api/second-factor.js';
import { useSecondFactorWords } from '../second-factor-words.js';
import { CodeForm } from './code-form.js';
import { QrPicture } from './qr-picture.js';

/** Password, picture, first code. Gives the recovery codes to whoever shows them. */
export function EnrolSecondFactor({ onOn }: { onOn: (codes: string[]) => void }) {
  const t = useSecondFactorWords();
  const start = useStartSecondFactor();
  const confirm = useConfirmSecondFactor(onOn);
  const [password, setPassword] = useState('');
  if (start.data) {
    return (
      <Stack gap="sm">
        <Text size="sm">{t('scan')}</Text>
        <QrPicture address={start.data.address} label={t('picture')} />
        <Text size="sm">
          {t('byHand')} <Code style={{ overflowWrap: 'anywhere' }}>{start.data.secret}</Code>
        </Text>
        <CodeForm
          label={t('code')}
          submit={t('confirm')}
          error={confirm.error}
          pending={confirm.isPending}
          onCode={(code) => confirm.mutate(code)}
        />
      </Stack>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        start.mutate(password);
      }}
    >
      <Stack gap="sm" maw={420}>
        <RefusalAlert error={start.error} />
        <PasswordInput
          label={t('password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" loading={start.isPending} w="fit-content">
          {t('begin')}
        </Button>
      </Stack>
    </form>
  );
}
