import { Button, Text } from '@mantine/core';
import type { DeadLetter } from '@phancong/contracts';
import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import { ConfirmDialog } from '../../../components/ui/confirm-dialog.js';
import { Entry, EntryList } from '../../../components/ui/entry-list.js';
import { LoadMore } from '../../../components/ui/load-more.js';
import { Sheet } from '../../../components/ui/sheet.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/ui/states.js';
import { showRefusal, showSuccess } from '../../../components/ui/toasts.js';
import { paths } from '../../../config/paths.js';
import { formatInstant } from '../../../lib/dates.js';
import { useLanguage, useSay } from '../../../lib/i18n/i18n.js';
import { useDeadLetters, useRetryDeadLetters } from '../api/dead-letters.js';
import { useDeliveryWords } from '../delivery-words.js';
import { DismissDialog } from './dismiss-dialog.js';

/** What was given up after several tries, each with its reason; one is sent again, or all. */
export function DeadLettersSection() {
  const t = useDeliveryWords();
  const say = useSay();
  const letters = useDeadLetters();
  const retry = useRetryDeadLetters();
  const [asking, setAsking] = useState(false);
  const [dismissing, setDismissing] = useState<DeadLetter | null>(null);
  const items = letters.data?.pages.flatMap((page) => page.items) ?? [];
  const total = letters.data?.pages[0]?.total ?? 0;
  const send = (body: Parameters<typeof retry.mutate>[0]) =>
    retry.mutate(body, {
      onSuccess: ({ retried }) => showSuccess(t('retried', { count: retried })),
      onError: (error) => showRefusal(error, say),
    });
  return (
    <Sheet
      title={t('dead')}
      flush
      aside={
        items.length > 0 && (
          <Button size="xs" variant="default" loading={retry.isPending} onClick={() => setAsking(true)}>
            {t('retryAll')} ({t('deadCount', { count: total })})
          </Button>
        )
      }
    >
      {letters.isPending && <LoadingRows rows={3} />}
      {letters.isError && !letters.data && <ErrorState error={letters.error} onRetry={() => void letters.refetch()} />}
      {letters.data && items.length === 0 && (
        <EmptyState title={t('noDead')} hint={t('noDeadHint')} icon={<IconCircleCheck size={30} stroke={1.4} />} />
      )}
      {items.length > 0 && (
        <>
          <Text size="sm" c="dimmed" px="md" pt="xs">
            {t('deadHint')}
          </Text>
          <EntryList>
            {items.map((letter) => (
              <DeadLetterEntry
                key={letter.id}
                letter={letter}
                pending={retry.isPending}
                onRetry={() => send({ ids: [letter.id] })}
                onDismiss={() => setDismissing(letter)}
              />
            ))}
          </EntryList>
          <LoadMore query={letters} />
        </>
      )}
      {dismissing && <DismissDialog letter={dismissing} onClose={() => setDismissing(null)} />}
      <ConfirmDialog
        opened={asking}
        title={t('retryAll')}
        yes={t('retryAll')}
        onClose={() => setAsking(false)}
        onYes={() => {
          setAsking(false);
          send({ all: true });
        }}
      >
        {t('retryAllAsk', { count: total })}
      </ConfirmDialog>
    </Sheet>
  );
}

interface DeadLetterEntryProps {
  letter: DeadLetter;
  pending: boolean;
  onRetry: () => void;
  onDismiss: () => void;
}

function DeadLetterEntry({ letter, pending, onRetry, onDismiss }: DeadLetterEntryProps) {
  const t = useDeliveryWords();
  const say = useSay();
  const language = useLanguage();
  const what = say(letter.what);
  const facts = [
    letter.unitName,
    t('since', { at: formatInstant(letter.since, language) }),
    letter.attempts === null ? null : t('attempts', { count: letter.attempts }),
  ];
  return (
    <Entry
      name={what}
      what={say(letter.why)}
      about={
        <>
          {letter.instanceId && letter.title && (
            <>
              <Link to={paths.workPage} params={{ id: letter.instanceId }}>
                {letter.title}
              </Link>
              {' · '}
            </>
          )}
          {facts.filter(Boolean).join(' · ')}
        </>
      }
    >
      <Button
        size="xs"
        variant="default"
        disabled={pending}
        aria-label={t('retryNamed', { what: letter.title ? `${what}, ${letter.title}` : what })}
        onClick={onRetry}
      >
        {t('retryOne')}
      </Button>
      <Button
        size="xs"
        variant="subtle"
        disabled={pending}
        aria-label={t('dismissNamed', { what: letter.title ? `${what}, ${letter.title}` : what })}
        onClick={onDismiss}
      >
        {t('dismiss')}
      </Button>
    </Entry>
  );
}
