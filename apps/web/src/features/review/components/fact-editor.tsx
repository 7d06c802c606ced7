import { NumberInput, TagsInput, TextInput } from '@mantine/core';
import type { EditDocument, PlanReview } from '@phancong/contracts';
import { useState } from 'react';

import { DateField } from '../../../components/ui/date-field.js';
import { showSuccess } from '../../../components/ui/toasts.js';
import { useDraft } from '../../../lib/drafts.js';
import { useMakeStep } from '../api/make-step.js';
import type { DocumentFact } from '../editable-fields.js';
import { useReviewWords } from '../review-words.js';
import { CorrectionForm, isStale } from './correction-form.js';

interface FactEditorProps {
  review: PlanReview;
  fact: DocumentFact;
  onClose: () => void;
}

/** Corrects one fact of the document. Somebody else's change is told, not overwritten; the typed text stays. */
export function FactEditor({ review, fact, onClose }: FactEditorProps) {
  const t = useReviewWords();
  const step = useMakeStep(review.plan.id);
  const [seen, setSeen] = useState(review.documentVersion);
  const [draft, setDraft, forget] = useDraft<EditDocument['changes']>(`review.${review.plan.id}.${fact}`, {
    [fact]: review.plan.document[fact] ?? undefined,
  });
  const expectedVersion = isStale(step.error) ? review.documentVersion : seen;
  const close = () => {
    forget();
    onClose();
  };
  const save = () => {
    setSeen(expectedVersion);
    step.mutate(
      { kind: 'document', body: { expectedVersion, changes: draft } },
      {
        onSuccess: () => {
          close();
          showSuccess(t('factSaved'));
        },
      },
    );
  };
  return (
    <CorrectionForm
      error={step.error}
      pending={step.isPending}
      whenStale={<p>{t('factStale')}</p>}
      onSave={save}
      onClose={close}
    >
      <FactInput fact={fact} draft={draft} onChange={setDraft} />
    </CorrectionForm>
  );
}

interface FactInputProps {
  fact: DocumentFact;
  draft: EditDocument['changes'];
  onChange: (changes: EditDocument['changes']) => void;
}

function FactInput({ fact, draft, onChange }: FactInputProps) {
  const t = useReviewWords();
  const label = t('factEditing', { fact: t(`fact_${fact}`) });
  switch (fact) {
    case 'issuedOn':
      return <DateField label={label} value={draft.issuedOn ?? null} onChange={(issuedOn) => onChange({ issuedOn })} />;
    case 'year':
      return (
        <NumberInput
          aria-label={label}
          description={t('factYearHint')}
          hideControls
          allowDecimal={false}
          thousandSeparator=""
          value={draft.year ?? ''}
          onChange={(typed) => onChange(typeof typed === 'number' ? { year: typed } : {})}
        />
      );
    case 'recipients':
      return (
        <TagsInput
          aria-label={label}
          description={t('factRecipientsHint')}
          splitChars={[';']}
          value={draft.recipients ?? []}
          onChange={(recipients) => onChange({ recipients })}
        />
      );
    default:
      return (
        <TextInput
          aria-label={label}
          value={draft[fact] ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onChange(fact === 'title' ? { title: value } : { [fact]: value === '' ? null : value })
          }
        />
      );
  }
}
