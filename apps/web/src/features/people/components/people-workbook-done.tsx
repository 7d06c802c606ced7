import { Alert, Button, Code } from '@mantine/core';
import type { PeopleWorkbookDone } from '@phancong/contracts';

import { showSuccess } from '../../../components/ui/toasts.js';
import { usePeopleWorkbookWords } from '../people-workbook-words.js';
import classes from './people-page.module.css';

/** What was written, and the one-time links of the new people, shown once. */
export function PeopleWorkbookDoneNote({ done }: { done: PeopleWorkbookDone }) {
  const t = usePeopleWorkbookWords();
  const { invitations, ...counts } = done;
  const links = invitations
    .map(({ fullName, username, token }) => `${fullName}\t${username}\t${window.location.origin}/moi/${token}`)
    .join('\n');
  return (
    <>
      <Alert color="green" role="status" mt="sm">
        {t('done', counts)}
      </Alert>
      {links && (
        <Alert color="green" mt="sm" title={t('links')}>
          <Code block className={classes.link ?? ''}>
            {links}
          </Code>
          <Button
            size="xs"
            mt="xs"
            variant="default"
            onClick={() => void navigator.clipboard.writeText(links).then(() => showSuccess(t('copied')))}
          >
            {t('copy')}
          </Button>
        </Alert>
      )}
    </>
  );
}
