import type { Session } from '@phancong/contracts';
import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';

import { RefusalAlert } from '../../../components/form/refusal-alert.js';
import { useSignIn } from '../api/sign-in.js';
import { useSessionWords } from '../session-words.js';

interface SignInFormProps {
  username?: string;
  onSignedIn: (session: Session) => void;
}

export function SignInForm({ username: known = '', onSignedIn }: SignInFormProps) {
  const t = useSessionWords();
  const signIn = useSignIn();
  const [username, setUsername] = useState(known);
  const [password, setPassword] = useState('');

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        signIn.mutate({ username, password }, { onSuccess: onSignedIn });
      }}
    >
      <Stack gap="sm">
        <RefusalAlert error={signIn.error} />
        <TextInput
          label={t('username')}
          name="username"
          autoComplete="username"
          required
          withAsterisk={false}
          value={username}
          onChange={(event) => setUsername(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('password')}
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" size="md" loading={signIn.isPending}>
          {t('signIn')}
        </Button>
      </Stack>
    </form>
  );
}
