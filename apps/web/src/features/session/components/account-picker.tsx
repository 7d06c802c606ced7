import type { DemonstrationAccount } from '@phancong/contracts';
import { Stack, Text, Title, UnstyledButton } from '@mantine/core';

import { RefusalAlert } from '../../../components/form/refusal-alert.js';
import { useGlossary } from '../../../lib/i18n/glossary.js';
import { useSignIn } from '../api/sign-in.js';
import { useSessionWords } from '../session-words.js';
import classes from './sign-in-page.module.css';

interface AccountPickerProps {
  accounts: DemonstrationAccount[];
  password: string;
  onSignedIn: () => void;
}

/** The demonstration accounts: one press signs in. Never shown on a real installation. */
export function AccountPicker({ accounts, password, onSignedIn }: AccountPickerProps) {
  const t = useSessionWords();
  const glossary = useGlossary();
  const signIn = useSignIn();

  return (
    <section aria-labelledby="demonstration-accounts" className={classes.picker}>
      <Title order={2} id="demonstration-accounts">
        {t('demonstration')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('demonstrationHint', { password })}
      </Text>
      <RefusalAlert error={signIn.error} mb="sm" />
      <Stack gap={4} component="ul" className={classes.accounts}>
        {accounts.map((account) => (
          <li key={account.username}>
            <UnstyledButton
              className={classes.account}
              disabled={signIn.isPending}
              onClick={() => signIn.mutate({ username: account.username, password }, { onSuccess: onSignedIn })}
            >
              <span className={classes.accountUnit}>{account.unitName}</span>
              <span className={classes.accountPerson}>
                {account.personName} · {glossary(account.post)}
              </span>
              <code className={classes.accountName}>{account.username}</code>
            </UnstyledButton>
          </li>
        ))}
      </Stack>
    </section>
  );
}
