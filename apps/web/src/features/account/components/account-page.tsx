import { Stack } from '@mantine/core';

import { PageHeader } from '../../../components/ui/page-header.js';
import { useAccountWords } from '../account-words.js';
import { PasswordSection } from './password-section.js';
import { SecondFactorSection } from './second-factor-section.js';
import { SessionsSection } from './sessions-section.js';
import { TokensSection } from './tokens-section.js';

export function AccountPage() {
  const t = useAccountWords();
  return (
    <>
      <PageHeader title={t('title')} />
      <Stack gap="md">
        <SessionsSection />
        <PasswordSection />
        <SecondFactorSection />
        <TokensSection />
      </Stack>
    </>
  );
}
