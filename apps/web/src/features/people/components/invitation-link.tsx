import { Alert, Button, Code } from '@mantine/core';
import type { Invitation } from '@phancong/contracts';

import { showSuccess } from '../../../components/ui/toasts.js';
import { formatInstant } from '../../../lib/dates.js';
import { useLanguage } from '../../../lib/i18n/i18n.js';
import { usePeopleWords } from '../people-words.js';
import classes from './people-page.module.css';

/** The one-time link, shown once: the server keeps only its hash. */
export function InvitationLink({ invitation }: { invitation: Invitation }) {
  const t = usePeopleWords();
  const language = useLanguage();
  const link = `${window.location.origin}/moi/${invitation.token}`;
  const at = formatInstant(invitation.expiresAt, language);
  return (
    <Alert color="green" role="status" title={t('link', { name: invitation.fullName, at })}>
      <Code className={classes.link ?? ''}>{link}</Code>{' '}
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => void navigator.clipboard.writeText(link).then(() => showSuccess(t('copied')))}
      >
        {t('copy')}
      </Button>
    </Alert>
  );
}
