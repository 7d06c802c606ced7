import { Button, Text, TextInput } from '@mantine/core';
import type { ReorganisationPreview } from '@phancong/contracts';
import { useState } from 'react';

import { RefusalAlert } from '../../../components/form/refusal-alert.js';
import { ConfirmDialog } from '../../../components/ui/confirm-dialog.js';
import { Sheet } from '../../../components/ui/sheet.js';
import { useLanguage } from '../../../lib/i18n/i18n.js';
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
  const language = useLanguage();
  const [document, setDocument] = useState('');
  const [asking, setAsking] = useState(false);
  const nothingLeft = sumWork(preview.work) === 0 && preview.people.length === 0;
  if (nothingLeft) return null;
  return (
    <Sheet>
      <RefusalAlert error={error} mb="sm" />
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
      <ConfirmDialog
        opened={asking && !pending}
        title={t('apply')}
        yes={t('confirmYes')}
        onYes={() => {
          setAsking(false);
          onApply(document.trim() === '' ? null : document.trim());
        }}
        onClose={() => setAsking(false)}
      >
        {t('confirm', {
          work: formatNumber(sumWork(preview.work), language),
          ended: preview.passages.length,
          people: preview.people.length,
        })}
      </ConfirmDialog>
    </Sheet>
  );
}
