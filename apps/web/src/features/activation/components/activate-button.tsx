import { Button, Text } from '@mantine/core';
import type { ActivationPreview } from '@phancong/contracts';
import { useState } from 'react';

import { RefusalAlert } from '../../../components/form/refusal-alert.js';
import { ConfirmDialog } from '../../../components/ui/confirm-dialog.js';
import { formatDay } from '../../../lib/dates.js';
import { useLanguage } from '../../../lib/i18n/i18n.js';
import { formatNumber } from '../../../lib/numbers.js';
import { useActivationWords } from '../activation-words.js';

interface ActivateButtonProps {
  preview: ActivationPreview;
  ready: boolean;
  pending: boolean;
  error: unknown;
  onActivate: () => void;
}

/** Asks once more with the figures; while it runs there is nothing left to press. */
export function ActivateButton({ preview, ready, pending, error, onActivate }: ActivateButtonProps) {
  const t = useActivationWords();
  const language = useLanguage();
  const [asking, setAsking] = useState(false);
  const tasks = formatNumber(preview.tasks, language);
  return (
    <div>
      <RefusalAlert error={error} mb="sm" />
      <Button size="md" disabled={!ready || pending} loading={pending} onClick={() => setAsking(true)}>
        {t('activate', { count: tasks })}
      </Button>
      {pending && (
        <Text size="sm" c="dimmed" mt={6} role="status">
          {t('working')}
        </Text>
      )}
      <ConfirmDialog
        opened={asking && !pending}
        title={t('activate', { count: tasks })}
        yes={t('confirmYes')}
        onYes={() => {
          setAsking(false);
          onActivate();
        }}
        onClose={() => setAsking(false)}
      >
        {t('confirm', {
          tasks,
          units: preview.perUnit.length,
          day: formatDay(preview.registryDate, language),
        })}
      </ConfirmDialog>
    </div>
  );
}
