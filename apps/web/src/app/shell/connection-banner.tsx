import { Alert } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';

import { useConnection } from '../../lib/connection.js';
import { useShellWords } from './shell-words.js';
import classes from './shell.module.css';

/** Calm word that the server is away; it goes away by itself when an answer comes. */
export function ConnectionBanner() {
  const t = useShellWords();
  if (useConnection() === 'ok') return null;
  return (
    <Alert color="amber" icon={<IconPlugConnectedX size={18} />} role="status" className={classes.banner ?? ''}>
      {t('reconnecting')}
    </Alert>
  );
}
