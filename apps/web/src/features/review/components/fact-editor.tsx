import { Alert, Button, Group, NumberInput, TagsInput, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import type { EditDocument, PlanReview } from '@phancong/contracts';
import { useEffect, useRef, useState } from 'react';

import { IssueList } from '../../../components/form/issue-list.js';
import { DateField } from '../../../components/ui/date-field.js';
import { showSuccess } from '../../../components/ui/toasts.js';
import { ApiError, wordsOfError } from '../../../lib/api-error.js';
import { useDraft } from '../../../lib/drafts.js';
import { useCommonWords } from '../../../lib/i18n/common-words.js';
import { useSay } from '../../../lib/i18n/i18n.js';
import { useMakeStep } from '../api/make-step.js';
import type { DocumentFact } from '../editable-fields.js';
import { useReviewWords } from '../review-words.js';
import classes from './items.module.css';

interface FactEditorProps {
  review: PlanReview;
  fact: DocumentFact;
  onClose: () => void;
}

/** Corrects one fact of the document. Somebody else's change is told, not overwritten; the typed text stays. */
export function FactEditor({ review, fact, onClose }: FactEditorProps) {
  const t = useReviewWords();
  const common = useCommonWords();
  const say = useSay();
  const step = useMakeStep(review.plan.id);
  const [seen, setSeen] = useState(review.documentVersion);
  const [draft, setDraft, forget] = useDraft<EditDocument['changes']>(`review.${review.plan.id}.${fact}`, {
    [fact]: review.plan.document[fact] ?? undefined,
  });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input')?.focus(), []);
  const stale = step.error instanceof ApiError && step.error.code === 'STALE_VERSION';
  const expectedVersion = stale ? review.documentVersion : seen;
  const close = () => {
    forget();
    onClose();
  };
  useHotkeys([['Escape', close]], []);
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
    <form
      ref={form}
      className={classes.editor}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {step.isError && (
        <Alert color={stale ? 'amber' : 'red'} role="alert">
          {say(wordsOfError(step.error))}
          {stale && <p>{t('factStale')}</p>}
          <IssueList error={step.error} />
        </Alert>
      )}
      <FactInput fact={fact} draft={draft} onChange={setDraft} />
      <Group justify="flex-end" gap="xs">
        <Button size="compact-md" variant="default" onClick={close}>
          {common('cancel')}
        </Button>
        <Button size="compact-md" type="submit" loading={step.isPending}>
          {common('save')}
        </Button>
      </Group>
    </form>
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
