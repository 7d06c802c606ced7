import { Alert, Button, Group } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import type { EditItem, ReviewItem } from '@phancong/contracts';
import { useEffect, useRef, useState } from 'react';

import { IssueList } from '../../../components/form/issue-list.js';
import { showSuccess } from '../../../components/ui/toasts.js';
import { ApiError, wordsOfError } from '../../../lib/api-error.js';
import { useDraft } from '../../../lib/drafts.js';
import { useCommonWords } from '../../../lib/i18n/common-words.js';
import { useSay } from '../../../lib/i18n/i18n.js';
import { useEditItem } from '../api/edit-item.js';
import type { EditableField } from '../editable-fields.js';
import { useReviewWords } from '../review-words.js';
import { FieldInput } from './field-input.js';
import { FieldValue } from './field-value.js';
import classes from './items.module.css';

interface FieldEditorProps {
  planId: string;
  year: number;
  item: ReviewItem;
  field: EditableField;
  onClose: () => void;
}

/**
 * Corrects one field of a row. When somebody else saved the row in between, nothing is overwritten: who and what is said,
 * the typed text stays, and saving again goes against the row as it is now.
 */
export function FieldEditor({ planId, year, item, field, onClose }: FieldEditorProps) {
  const t = useReviewWords();
  const common = useCommonWords();
  const say = useSay();
  const edit = useEditItem(planId, item.id);
  const [opened] = useState(item.version);
  const [seen, setSeen] = useState(opened);
  const [draft, setDraft, forget] = useDraft<EditItem['changes']>(`review.${item.id}.${field}`, {
    [field]: item[field],
  });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('textarea, input, button')?.focus(), []);
  const stale = edit.error instanceof ApiError && edit.error.code === 'STALE_VERSION';
  const expectedVersion = stale ? item.version : seen;

  const close = () => {
    forget();
    onClose();
  };
  useHotkeys([['Escape', close]], []);
  const save = () => {
    setSeen(expectedVersion);
    edit.mutate(
      { expectedVersion, changes: draft },
      {
        onSuccess: () => {
          close();
          showSuccess(t('saved', { ref: item.ref }));
        },
      },
    );
  };

  return (
    <form
      ref={form}
      className={classes.editor}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {edit.isError && (
        <Alert color={stale ? 'amber' : 'red'} role="alert">
          {say(wordsOfError(edit.error))}
          {stale && (
            <>
              <p>{t('stale')}</p>
              <p>
                <strong>{t('now')}</strong> <FieldValue item={item} field={field} />
              </p>
            </>
          )}
          <IssueList error={edit.error} />
        </Alert>
      )}
      <FieldInput
        field={field}
        year={year}
        label={t('editing', { field: t(field), ref: item.ref })}
        value={draft}
        onChange={setDraft}
      />
      <Group justify="flex-end" gap="xs">
        <Button size="compact-md" variant="default" onClick={close}>
          {common('cancel')}
        </Button>
        <Button size="compact-md" type="submit" loading={edit.isPending}>
          {common('save')}
        </Button>
      </Group>
    </form>
  );
}
