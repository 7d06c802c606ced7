import { Button, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconCloudOff, IconInbox, IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { ApiError, wordsOfError } from '../../lib/api-error.js';
import { useCommonWords } from '../../lib/i18n/common-words.js';
import { useSay } from '../../lib/i18n/i18n.js';
import classes from './states.module.css';

interface EmptyStateProps {
  title: string;
  hint?: string;
  icon?: ReactNode;
  action?: ReactNode;
}

/** Says that there is nothing, and what would make something be there. */
export function EmptyState({ title, hint, icon, action }: EmptyStateProps) {
  return (
    <Stack className={classes.state} gap={6}>
      <span className={classes.icon}>{icon ?? <IconInbox size={30} stroke={1.4} />}</span>
      <Title order={3}>{title}</Title>
      {hint && <Text c="dimmed">{hint}</Text>}
      {action}
    </Stack>
  );
}

interface ErrorStateProps {
  error: unknown;
  onRetry?: () => void;
}

/** What went wrong in the sentence of the server; what one may not see reads differently from what failed. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const t = useCommonWords();
  const say = useSay();
  const code = error instanceof ApiError ? error.code : null;
  const hidden = code === 'NOT_FOUND' || code === 'NOT_ALLOWED';
  const requestId = error instanceof ApiError ? error.requestId : null;
  return (
    <Stack className={classes.state} gap={6} role="alert">
      <span className={classes.icon}>
        {hidden ? <IconLock size={30} stroke={1.4} /> : <IconCloudOff size={30} stroke={1.4} />}
      </span>
      <Title order={3}>{t(hidden ? 'noPermission' : 'failed')}</Title>
      <Text c="dimmed">{say(wordsOfError(error))}</Text>
      {requestId && code === 'INTERNAL' && (
        <Text size="xs" c="dimmed">
          {t('reference', { requestId })}
        </Text>
      )}
      {onRetry && !hidden && (
        <Button variant="default" mt="xs" onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </Stack>
  );
}

/** Grey lines in the shape of what is coming. */
export function LoadingRows({ rows = 8, height = 44 }: { rows?: number; height?: number }) {
  const t = useCommonWords();
  return (
    <Stack gap={8} aria-busy="true" aria-label={t('loading')} role="status">
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={height} />
      ))}
    </Stack>
  );
}
