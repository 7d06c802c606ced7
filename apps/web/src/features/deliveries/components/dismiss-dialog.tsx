import { Textarea } from '@mantine/core';
import type { DeadLetter } from '@phancong/contracts';
import { useState } from 'react';

import { ConfirmDialog } from '../../../components/ui/confirm-dialog.js';
import { showRefusal, showSuccess } from '../../../components/ui/toasts.js';
import { useCommonWords } from '../../../lib/i18n/common-words.js';
import { useSay } from '../../../lib/i18n/i18n.js';
import { useDismissDeadLetters } from '../api/dead-letters.js';
import { useDeliveryWords } from '../delivery-words.js';

/** Asks why something need not be sent any more. */
export function DismissDialog({ letter, onClose }: { letter: DeadLetter; onClose: () => void }) {
  const t = useDeliveryWords();
  const common = useCommonWords();
  const say = useSay();
  const dismiss = useDismissDeadLetters();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = reason.trim() === '';
  const send = () => {
    setAsked(true);
    if (missing) return;
    dismiss.mutate(
      { ids: [letter.id], reason },
      {
        onSuccess: () => {
          showSuccess(t('dismissedDone'));
          onClose();
        },
        onError: (error) => showRefusal(error, say),
      },
    );
  };
  return (
    <ConfirmDialog
      opened
      title={t('dismiss')}
      yes={t('dismiss')}
      pending={dismiss.isPending}
      onYes={send}
      onClose={onClose}
    >
      <p>
        <strong>{say(letter.what)}</strong>
        {letter.title && ` · ${letter.title}`}
      </p>
      <p>{t('dismissAsk')}</p>
      <Textarea
        label={t('dismissReason')}
        required
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        error={asked && missing ? common('required') : null}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
