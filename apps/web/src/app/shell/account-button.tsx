import { UnstyledButton } from '@mantine/core';
import { IconUserCircle } from '@tabler/icons-react';
import { Suspense, lazy, useState } from 'react';

import { useSession } from '../../lib/queries/get-session.js';
import classes from './header.module.css';
import { useShellWords } from './shell-words.js';

const AccountMenu = lazy(async () => ({ default: (await import('./account-menu.js')).AccountMenu }));

/** The menu comes with the first press: floating parts are a tenth of the first load and most visits never open it. */
export function AccountButton() {
  const t = useShellWords();
  const { actor } = useSession();
  const [opened, setOpened] = useState(false);
  const button = (
    <UnstyledButton
      className={classes.person ?? ''}
      aria-label={t('account', { name: actor.personName })}
      aria-haspopup="menu"
      aria-expanded={opened}
      onClick={() => setOpened(!opened)}
    >
      <IconUserCircle size={22} stroke={1.5} />
    </UnstyledButton>
  );
  if (!opened) return button;
  return (
    <Suspense fallback={button}>
      <AccountMenu target={button} onClose={() => setOpened(false)} />
    </Suspense>
  );
}
