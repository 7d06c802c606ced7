import { Button } from '@mantine/core';
import type { WebhookReceiver } from '@phancong/contracts';
import { useState } from 'react';

import { ConfirmDialog } from '../../../components/ui/confirm-dialog.js';
import { Entry } from '../../../components/ui/entry-list.js';
import { showRefusal, showSuccess } from '../../../components/ui/toasts.js';
import { ToneBadge } from '../../../components/ui/tone-badge.js';
import { formatInstant } from '../../../lib/dates.js';
import { useLanguage, useSay } from '../../../lib/i18n/i18n.js';
import { usePauseReceiver, useRemoveReceiver, useRenewSecret, useSendTrial } from '../api/receivers.js';
import { useDeliveryWords } from '../delivery-words.js';
import classes from './deliveries-page.module.css';
import { DeliveryLog } from './delivery-log.js';
import { ShownSecret } from './shown-secret.js';

/** One receiver: how it does, what can be done with it, and what was sent to it. */
export function ReceiverEntry({ receiver }: { receiver: WebhookReceiver }) {
  const t = useDeliveryWords();
  const say = useSay();
  const language = useLanguage();
  const [pause, trial, renew, remove] = [usePauseReceiver(), useSendTrial(), useRenewSecret(), useRemoveReceiver()];
  const [asking, setAsking] = useState<'renew' | 'remove' | null>(null);
  const [logOpen, setLogOpen] = useState(false);
  const { id, name, pausedAt, waiting, dead, deliveredAt } = receiver;
  const onError = (error: unknown) => showRefusal(error, say);
  const at = (instant: string) => formatInstant(instant, language);
  const facts = [
    receiver.events.map((event) => t(event)).join(', '),
    deliveredAt ? t('delivered', { at: at(deliveredAt) }) : t('neverDelivered'),
    waiting > 0 && t('waiting', { count: waiting }),
    dead > 0 && t('deadIn', { count: dead }),
    t('of', { unit: receiver.unitName, name: receiver.madeByName, at: at(receiver.madeAt) }),
  ];
  return (
    <Entry name={name} what={receiver.url} about={facts.filter(Boolean).join(' · ')}>
      <ToneBadge tone={pausedAt ? 'grey' : dead > 0 ? 'amber' : 'green'}>{t(pausedAt ? 'paused' : 'active')}</ToneBadge>
      <div className={classes.buttons} role="group" aria-label={t('more', { name })}>
        <Button size="xs" variant="default" aria-expanded={logOpen} onClick={() => setLogOpen(!logOpen)}>
          {t('log')}
        </Button>
        <Button
          size="xs"
          variant="default"
          loading={trial.isPending}
          onClick={() => trial.mutate(id, { onError, onSuccess: () => showSuccess(t('trialSent', { name })) })}
        >
          {t('trial')}
        </Button>
        <Button
          size="xs"
          variant="default"
          loading={pause.isPending}
          onClick={() => pause.mutate({ id, paused: !pausedAt }, { onError })}
        >
          {t(pausedAt ? 'resume' : 'pause')}
        </Button>
        <Button size="xs" variant="default" loading={renew.isPending} onClick={() => setAsking('renew')}>
          {t('renew')}
        </Button>
        <Button size="xs" variant="default" loading={remove.isPending} onClick={() => setAsking('remove')}>
          {t('remove')}
        </Button>
      </div>
      {renew.data && (
        <div className={classes.log}>
          <ShownSecret name={name} secret={renew.data.secret} />
        </div>
      )}
      {logOpen && (
        <div className={classes.log} role="region" aria-label={t('logOf', { name })}>
          <DeliveryLog receiverId={id} />
        </div>
      )}
      <ConfirmDialog
        opened={asking !== null}
        title={t(asking === 'remove' ? 'remove' : 'renew')}
        yes={t(asking === 'remove' ? 'remove' : 'renew')}
        onClose={() => setAsking(null)}
        onYes={() => {
          (asking === 'remove' ? remove : renew).mutate(id, { onError });
          setAsking(null);
        }}
      >
        {t(asking === 'remove' ? 'removeAsk' : 'renewAsk', { name })}
      </ConfirmDialog>
    </Entry>
  );
}
