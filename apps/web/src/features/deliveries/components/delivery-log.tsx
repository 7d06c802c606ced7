import { Text } from '@mantine/core';
import { WebhookEvent } from '@phancong/contracts';
import type { DeliveryState, Tone, WebhookDelivery } from '@phancong/contracts';
import { Link } from '@tanstack/react-router';

import { LoadMore } from '../../../components/ui/load-more.js';
import { ErrorState, LoadingRows } from '../../../components/ui/states.js';
import { ToneBadge } from '../../../components/ui/tone-badge.js';
import { paths } from '../../../config/paths.js';
import { formatInstant } from '../../../lib/dates.js';
import { useLanguage } from '../../../lib/i18n/i18n.js';
import { useDeliveries } from '../api/receivers.js';
import { useDeliveryWords } from '../delivery-words.js';
import classes from './deliveries-page.module.css';

const tones: Record<DeliveryState, Tone> = { waiting: 'blue', delivered: 'green', dead: 'red' };
const words = { waiting: 'stateWaiting', delivered: 'stateDelivered', dead: 'stateDead' } as const;

/** What was sent to one receiver, newest first; it follows what is on its way. */
export function DeliveryLog({ receiverId }: { receiverId: string }) {
  const t = useDeliveryWords();
  const deliveries = useDeliveries(receiverId);
  const items = deliveries.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      {deliveries.isPending && <LoadingRows rows={3} height={28} />}
      {deliveries.isError && !deliveries.data && (
        <ErrorState error={deliveries.error} onRetry={() => void deliveries.refetch()} />
      )}
      {deliveries.data && items.length === 0 && <Text size="sm">{t('noLog')}</Text>}
      {items.map((delivery) => (
        <DeliveryLine key={delivery.id} delivery={delivery} />
      ))}
      <LoadMore query={deliveries} />
    </>
  );
}

function DeliveryLine({ delivery }: { delivery: WebhookDelivery }) {
  const t = useDeliveryWords();
  const language = useLanguage();
  const { fault, title, instanceId, tryAt, attempts, state } = delivery;
  const type = WebhookEvent.safeParse(delivery.type);
  const facts = [
    t(type.success ? type.data : 'ping'),
    attempts > 1 && t('attempts', { count: attempts }),
    fault && t(fault.kind, { detail: fault.detail }),
    fault && tryAt && t('nextTry', { at: formatInstant(tryAt, language) }),
  ];
  return (
    <div className={classes.line}>
      <time dateTime={delivery.at}>{formatInstant(delivery.at, language)}</time>
      <span>
        <ToneBadge tone={tones[state]}>{t(words[state])}</ToneBadge>
      </span>
      <span>
        {instanceId && title && (
          <>
            <Link to={paths.workPage} params={{ id: instanceId }}>
              {title}
            </Link>
            {' · '}
          </>
        )}
        {facts.filter(Boolean).join(' · ')}
      </span>
    </div>
  );
}
