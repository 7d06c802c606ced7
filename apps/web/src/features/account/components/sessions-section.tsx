import { Button } from '@mantine/core';

import { Sheet } from '../../../components/ui/sheet.js';
import { ErrorState, LoadingRows } from '../../../components/ui/states.js';
import { showRefusal, showSuccess } from '../../../components/ui/toasts.js';
import { ToneBadge } from '../../../components/ui/tone-badge.js';
import { formatInstant } from '../../../lib/dates.js';
import { useLanguage, useSay } from '../../../lib/i18n/i18n.js';
import { useAccountWords } from '../account-words.js';
import { useRevokeSession, useSessions } from '../api/sessions.js';
import classes from './account-page.module.css';

/** Where one is signed in; a browser left behind can be signed out from here. */
export function SessionsSection() {
  const t = useAccountWords();
  const say = useSay();
  const language = useLanguage();
  const sessions = useSessions();
  const revoke = useRevokeSession();
  return (
    <Sheet title={t('sessions')} flush>
      {sessions.isPending && <LoadingRows rows={2} />}
      {sessions.isError && !sessions.data && (
        <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />
      )}
      <ul className={classes.list}>
        {sessions.data?.items.map((session) => (
          <li key={session.id} className={classes.row}>
            <div className={classes.words}>
              <strong>{session.userAgent ?? t('unknownBrowser')}</strong>
              <span className={classes.quiet}>
                {session.address} ·{' '}
                {t('seen', {
                  at: formatInstant(session.seenAt, language),
                  since: formatInstant(session.createdAt, language),
                })}
              </span>
            </div>
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
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
