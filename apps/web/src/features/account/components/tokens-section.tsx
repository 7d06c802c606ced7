import { Alert, Button, Code, Text } from '@mantine/core';
import type { ApiToken } from '@phancong/contracts';
import { useState } from 'react';

import { Entry, EntryList } from '../../../components/ui/entry-list.js';
import { Sheet } from '../../../components/ui/sheet.js';
import { ErrorState, LoadingRows } from '../../../components/ui/states.js';
import { showRefusal } from '../../../components/ui/toasts.js';
import { ToneBadge } from '../../../components/ui/tone-badge.js';
import { formatInstant } from '../../../lib/dates.js';
import { useGlossary } from '../../../lib/i18n/glossary.js';
import { useLanguage, useSay } from '../../../lib/i18n/i18n.js';
import { useAccountWords } from '../account-words.js';
import { useMakeToken, useRevokeToken, useTokens } from '../api/tokens.js';
import { TokenForm } from './token-form.js';

/** Keys of other systems; a new one is shown once. */
export function TokensSection() {
  const t = useAccountWords();
  const tokens = useTokens();
  const make = useMakeToken();
  return (
    <Sheet title={t('tokens')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('tokensHint')}
      </Text>
      {make.data && (
        <Alert color="green" role="status" mb="sm" title={t('made')}>
          <Code style={{ overflowWrap: 'anywhere' }}>{make.data.token}</Code>
        </Alert>
      )}
      <TokenForm make={make} />
      {tokens.isPending && <LoadingRows rows={2} />}
      {tokens.isError && !tokens.data && <ErrorState error={tokens.error} onRetry={() => void tokens.refetch()} />}
      {tokens.data?.items.length === 0 && (
        <Text size="sm" mt="sm">
          {t('noTokens')}
        </Text>
      )}
      <EntryList>
        {tokens.data?.items.map((token) => (
          <TokenRow key={token.id} token={token} />
        ))}
      </EntryList>
    </Sheet>
  );
}

function TokenRow({ token }: { token: ApiToken }) {
  const t = useAccountWords();
  const glossary = useGlossary();
  const language = useLanguage();
  const say = useSay();
  const revoke = useRevokeToken();
  const [now] = useState(() => Date.now());
  const over = Date.parse(token.expiresAt) < now;
  const state = token.revoked ? 'revokedState' : over ? 'expired' : 'active';
  return (
    <Entry
      name={token.name}
      what={`${token.scopes.map((scope) => t(scope)).join(', ')} · ${glossary(token.post)}, ${token.unitName}`}
      about={`${t('expires', { at: formatInstant(token.expiresAt, language) })} · ${
        token.usedAt ? t('used', { at: formatInstant(token.usedAt, language) }) : t('neverUsed')
      }`}
    >
      <ToneBadge tone={state === 'active' ? 'green' : 'grey'}>{t(state)}</ToneBadge>
      {state === 'active' && (
        <Button
          size="xs"
          variant="default"
          aria-label={t('revokeNamed', { name: token.name })}
          loading={revoke.isPending}
          onClick={() => revoke.mutate(token.id, { onError: (error) => showRefusal(error, say) })}
        >
          {t('revokeToken')}
        </Button>
      )}
    </Entry>
  );
}
