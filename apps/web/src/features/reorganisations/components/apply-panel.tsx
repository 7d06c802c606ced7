import { Alert, Button, Group, Modal, Text, TextInput } from '@mantine/core';
import type { ReorganisationPreview } from '@phancong/contracts';
import { useState } from 'react';

import { Sheet } from '../../../components/ui/sheet.js';
import { wordsOfError } from '../../../lib/api-error.js';
import { useCommonWords } from '../../../lib/i18n/common-words.js';
import { useLanguage, useSay } from '../../../lib/i18n/i18n.js';
import { formatNumber } from '../../../lib/numbers.js';
import { sumWork } from '../count-work.js';
import { useReorganisationsWords } from '../reorganisations-words.js';
import classes from './reorganisation-page.module.css';

interface ApplyPanelProps {
  preview: ReorganisationPreview;
  ready: boolean;
  pending: boolean;
  error: unknown;
  onApply: (document: string | null) => void;
}

/** The ground that history shall name, and one more question with the figures before anything moves. */
export function ApplyPanel({ preview, ready, pending, error, onApply }: ApplyPanelProps) {
  const t = useReorganisationsWords();
  const common = useCommonWords();
  const say = useSay();
  const language = useLanguage();
  const [document, setDocument] = useState('');
  const [asking, setAsking] = useState(false);
  const nothingLeft = sumWork(preview.work) === 0 && preview.people.length === 0;
  if (nothingLeft) return null;
  return (
    <Sheet>
      {error !== null && (
        <Alert color="red" role="alert" mb="sm">
          {say(wordsOfError(error))}
        </Alert>
      )}
      <div className={classes.apply}>
        <TextInput
          label={t('document')}
          description={t('documentHint')}
          maxLength={300}
          value={document}
          onChange={(event) => setDocument(event.currentTarget.value)}
        />
        <Button disabled={!ready || pending} loading={pending} onClick={() => setAsking(true)}>
          {t('apply')}
        </Button>
      </div>
      {pending && (
        <Text size="sm" c="dimmed" mt={6} role="status">
          {t('applying')}
        </Text>
      )}
      <Modal
        opened={asking && !pending}
        onClose={() => setAsking(false)}
        title={t('apply')}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        <Text>
          {t('confirm', {
            work: formatNumber(sumWork(preview.work), language),
            ended: preview.passages.length,
            people: preview.people.length,
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
              onApply(document.trim() === '' ? null : document.trim());
            }}
          >
            {t('confirmYes')}
          </Button>
        </Group>
      </Modal>
    </Sheet>
  );
}
