import { Button, Group } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

import { RefusalAlert } from '../../../components/form/refusal-alert.js';
import { ApiError } from '../../../lib/api-error.js';
import { useCommonWords } from '../../../lib/i18n/common-words.js';
import classes from './items.module.css';

interface CorrectionFormProps {
  error: unknown;
  pending: boolean;
  /** Said when somebody else saved in between; the typed text stays. */
  whenStale: ReactNode;
  onSave: () => void;
  onClose: () => void;
  children: ReactNode;
}

export const isStale = (error: unknown): boolean => error instanceof ApiError && error.code === 'STALE_VERSION';

/** The frame of one correction: opens with the cursor in its field, Escape leaves. */
export function CorrectionForm({ error, pending, whenStale, onSave, onClose, children }: CorrectionFormProps) {
  const common = useCommonWords();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('textarea, input, button')?.focus(), []);
  useHotkeys([['Escape', onClose]], []);
  const stale = isStale(error);
  return (
    <form
      ref={form}
      className={classes.editor}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      <RefusalAlert error={error} mild={stale}>
        {stale && whenStale}
      </RefusalAlert>
      {children}
      <Group justify="flex-end" gap="xs">
        <Button size="compact-md" variant="default" onClick={onClose}>
          {common('cancel')}
        </Button>
        <Button size="compact-md" type="submit" loading={pending}>
          {common('save')}
        </Button>
      </Group>
    </form>
  );
}
