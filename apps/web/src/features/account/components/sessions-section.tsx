import { Button } from '@mantine/core';

import { Entry, EntryList } from '../../../components/ui/entry-list.js';
import { Sheet } from '../../../components/ui/sheet.js';
import { ErrorState, LoadingRows } from '../../../components/ui/states.js';
import { showRefusal, showSuccess } from '../../../components/ui/toasts.js';
import { ToneBadge } from '../../../components/ui/tone-badge.js';
import { formatInstant } from '../../../lib/dates.js';
import { useLanguage, useSay } from '../../../lib/i18n/i18n.js';
import { useAccountWords } from '../account-words.js';
import { useRevokeSession, useSessions } from '../api/sessions.js';
import { readBrowser } from '../read-browser.js';

/** Where one is signed in; a browser left behind can be signed out from here. */
export function SessionsSection() {
  const t = useAccountWords();
  const say = useSay();
  const language = useLanguage();
  const sessions = useSessions();
  const revoke = useRevokeSession();
  const nameBrowser = (userAgent: string | null) => {
    const read = readBrowser(userAgent);
    if (!read) return t('unknownBrowser');
    return read.system ? t('browserOn', { browser: read.browser, system: read.system }) : read.browser;
  };
  return (
    <Sheet title={t('sessions')} flush>
      {sessions.isPending && <LoadingRows rows={2} />}
      {sessions.isError && !sessions.data && (
        <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />
      )}
      <EntryList>
        {sessions.data?.items.map((session) => (
          <Entry
            key={session.id}
            name={nameBrowser(session.userAgent)}
            about={`${session.address} · ${t('seen', {
              at: formatInstant(session.seenAt, language),
              since: formatInstant(session.createdAt, language),
            })}`}
          >
            {session.current ? (
              <ToneBadge tone="green">{t('thisOne')}</ToneBadge>
            ) : (
              <Button
                size="xs"
                variant="default"
                loading={revoke.isPending}
                onClick={() =>
                  revoke.mutate(session.id, {
                    onSuccess: () => showSuccess(t('revoked')),
                    onError: (error) => showRefusal(error, say),
                  })
                }
              >
                {t('revoke')}
              </Button>
            )}
          </Entry>
        ))}
      </EntryList>
    </Sheet>
  );
}
