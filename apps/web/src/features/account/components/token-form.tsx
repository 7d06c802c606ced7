import { Button, Checkbox, Group, NumberInput, TextInput } from '@mantine/core';
import { TokenScope } from '@phancong/contracts';
import { useState } from 'react';

import { RefusalAlert } from '../../../components/form/refusal-alert.js';
import { useAccountWords } from '../account-words.js';
import type { useMakeToken } from '../api/tokens.js';

export function TokenForm({ make }: { make: ReturnType<typeof useMakeToken> }) {
  const t = useAccountWords();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<string[]>(['read']);
  const [days, setDays] = useState(90);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const chosen = TokenScope.options.filter((scope) => scopes.includes(scope));
        make.mutate({ name, scopes: chosen, days }, { onSuccess: () => setName('') });
      }}
    >
      <RefusalAlert error={make.error} mb="sm" />
      <Group align="flex-end" gap="md">
        <TextInput
          label={t('tokenName')}
          required
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Checkbox.Group label={t('scopes')} value={scopes} onChange={setScopes}>
          <Group gap="md" mt={6}>
            {TokenScope.options.map((scope) => (
              <Checkbox key={scope} value={scope} label={t(scope)} />
            ))}
          </Group>
        </Checkbox.Group>
        <NumberInput
          label={t('days')}
          min={1}
          max={366}
          clampBehavior="strict"
          hideControls
          w={130}
          value={days}
          onChange={(value) => setDays(Number(value) || 1)}
        />
        <Button type="submit" loading={make.isPending} disabled={scopes.length === 0 || name.trim() === ''}>
          {t('make')}
        </Button>
      </Group>
    </form>
  );
}
