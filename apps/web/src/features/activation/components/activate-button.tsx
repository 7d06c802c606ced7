import { Alert, Button, Group, Modal, Text } from '@mantine/core';
import type { ActivationPreview } from '@phancong/contracts';
import { useState } from 'react';

import { wordsOfError } from '../../../lib/api-error.js';
import { formatDay } from '../../../lib/dates.js';
import { useCommonWords } from '../../../lib/i18n/common-words.js';
import { useLanguage, useSay } from '../../../lib/i18n/i18n.js';
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
  const common = useCommonWords();
  const say = useSay();
  const language = useLanguage();
  const [asking, setAsking] = useState(false);
  const tasks = formatNumber(preview.tasks, language);
  return (
    <div>
      {error !== null && (
        <Alert color="red" role="alert" mb="sm">
          {say(wordsOfError(error))}
        </Alert>
      )}
      <Button size="md" disabled={!ready || pending} loading={pending} onClick={() => setAsking(true)}>
        {t('activate', { count: tasks })}
      </Button>
      {pending && (
        <Text size="sm" c="dimmed" mt={6} role="status">
          {t('working')}
        </Text>
      )}
      <Modal
        opened={asking && !pending}
        onClose={() => setAsking(false)}
        title={t('activate', { count: tasks })}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        <Text>
          {t('confirm', {
            tasks,
            units: preview.perUnit.length,
            day: formatDay(preview.registryDate, language),
          })}
        </Text>
        <Group justify="flex-end" mt="md" gap="xs">
          <Button variant="default" onClick={() => setAsking(false)}>
            {common('cancel')}
          </Button>
          <Button
            data-autofocus
            onClick={() => {
              setAsking(false);
              onActivate();
            }}
          >
            {t('confirmYes')}
          </Button>
        </Group>
      </Modal>
    </div>
  );
}
