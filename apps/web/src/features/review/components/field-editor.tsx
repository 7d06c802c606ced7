import type { EditItem, ReviewItem } from '@phancong/contracts';
import { useState } from 'react';

import { showSuccess } from '../../../components/ui/toasts.js';
import { useDraft } from '../../../lib/drafts.js';
import { useEditItem } from '../api/edit-item.js';
import type { EditableField } from '../editable-fields.js';
import { useReviewWords } from '../review-words.js';
import { CorrectionForm, isStale } from './correction-form.js';
import { FieldInput } from './field-input.js';
import { FieldValue } from './field-value.js';

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
  const edit = useEditItem(planId, item.id);
  const [opened] = useState(item.version);
  const [seen, setSeen] = useState(opened);
  const [draft, setDraft, forget] = useDraft<EditItem['changes']>(`review.${item.id}.${field}`, {
    [field]: item[field],
  });
  const expectedVersion = isStale(edit.error) ? item.version : seen;

  const close = () => {
    forget();
    onClose();
  };
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
    <CorrectionForm
      error={edit.error}
      pending={edit.isPending}
      whenStale={
        <>
          <p>{t('stale')}</p>
          <p>
            <strong>{t('now')}</strong> <FieldValue item={item} field={field} />
          </p>
        </>
      }
      onSave={save}
      onClose={close}
    >
      <FieldInput
        field={field}
        year={year}
        label={t('editing', { field: t(field), ref: item.ref })}
        value={draft}
        onChange={setDraft}
      />
    </CorrectionForm>
  );
}
