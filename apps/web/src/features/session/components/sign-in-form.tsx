import type { Session } from '@phancong/contracts';
import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';

import { RefusalAlert } from '../../../components/form/refusal-alert.js';
import { ApiError } from '../../../lib/api-error.js';
import { useSignIn } from '../api/sign-in.js';
import { useSessionWords } from '../session-words.js';
import { CodeField } from './code-field.js';

interface SignInFormProps {
  username?: string;
  onSignedIn: (session: Session) => void;
}

const asksForCode = (error: unknown) => error instanceof ApiError && error.code === 'SECOND_FACTOR_ASKED';

/** Name and password; then, for whoever has a second factor, the code in their place. */
export function SignInForm({ username: known = '', onSignedIn }: SignInFormProps) {
  const t = useSessionWords();
  const signIn = useSignIn();
  const [username, setUsername] = useState(known);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string | null>(null);

  const submit = () =>
    signIn.mutate(
      { username, password, ...(code !== null && { code }) },
      {
        onSuccess: onSignedIn,
        onError: (error) => {
          if (asksForCode(error)) setCode('');
        },
      },
    );
  const startAgain = () => {
    setCode(null);
    setPassword('');
    signIn.reset();
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="sm">
        <RefusalAlert error={asksForCode(signIn.error) ? null : signIn.error} />
        {code === null ? (
          <>
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
          </>
        ) : (
          <CodeField value={code} onChange={setCode} />
        )}
        <Button type="submit" size="md" loading={signIn.isPending}>
          {t('signIn')}
        </Button>
        {code !== null && (
          <Button variant="subtle" onClick={startAgain}>
            {t('startAgain')}
          </Button>
        )}
      </Stack>
    </form>
  );
}
