import { Alert } from '@mantine/core';
import type { MantineSpacing } from '@mantine/core';
import type { ReactNode } from 'react';

import { wordsOfError } from '../../lib/api-error.js';
import { useSay } from '../../lib/i18n/i18n.js';
import { IssueList } from './issue-list.js';

interface RefusalAlertProps {
  /** What the server refused with; nothing is drawn without one. */
  error: unknown;
  /** The form can go on after a second look: somebody else was quicker, say. */
  mild?: boolean;
  mt?: MantineSpacing;
  mb?: MantineSpacing;
  children?: ReactNode;
}

/** Why the server refused what a form sent, and which fields it found wrong. */
export function RefusalAlert({ error, mild = false, mt, mb, children }: RefusalAlertProps) {
  const say = useSay();
  if (error === null || error === undefined) return null;
  return (
    <Alert
      color={mild ? 'amber' : 'red'}
      role="alert"
      {...(mt === undefined ? {} : { mt })}
      {...(mb === undefined ? {} : { mb })}
    >
      {say(wordsOfError(error))}
      {children}
      <IssueList error={error} />
    </Alert>
  );
}
