import { Alert, Anchor, Box, Stack, Text, Title } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';

import { DoorSheet } from '../../../components/ui/door-sheet.js';
import { paths } from '../../../config/paths.js';
import { useWelcome } from '../api/get-welcome.js';
import { useSessionWords } from '../session-words.js';
import { AccountPicker } from './account-picker.js';
import { IdentityButton } from './identity-button.js';
import { SignInForm } from './sign-in-form.js';
import classes from './sign-in-page.module.css';

export function SignInPage() {
  const t = useSessionWords();
  const welcome = useWelcome();
  const navigate = useNavigate();
  const { next, refused } = useSearch({ from: paths.signIn });
  const demonstration = welcome.data?.demonstration ?? null;
  const server = welcome.data?.identityServer;
  const enter = () => void navigate({ to: next ?? paths.home, replace: true });

  return (
    <DoorSheet>
      <Box className={classes.columns} data-demonstration={demonstration !== null || undefined}>
        <Stack gap="md">
          <div>
            <Title order={1}>{t('title')}</Title>
            <Text c="dimmed" mt={4}>
              {t('lead')}
            </Text>
          </div>
          {welcome.data?.setupNeeded && (
            <Alert color="amber" title={t('setupNeeded')}>
              <Anchor component={Link} to={paths.setup} underline="always">
                {t('toSetup')}
              </Anchor>
            </Alert>
          )}
          {refused && (
            <Alert color="red" role="alert">
              {t(refused)}
            </Alert>
          )}
          <SignInForm onSignedIn={enter} />
          {server && <IdentityButton name={server} next={next} />}
        </Stack>
        {demonstration && (
          <AccountPicker accounts={demonstration.accounts} password={demonstration.password} onSignedIn={enter} />
        )}
      </Box>
      <Text size="xs" c="dimmed" mt="lg">
        Phân Công ·{' '}
        <Anchor href="/api/openapi.json" size="xs" underline="always">
          API
        </Anchor>
      </Text>
    </DoorSheet>
  );
}
