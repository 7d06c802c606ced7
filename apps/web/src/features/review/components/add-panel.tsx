import { Button, TagsInput, TextInput, Textarea } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';

import { RefusalAlert } from '../../../components/form/refusal-alert.js';
import { useDraft } from '../../../lib/drafts.js';
import { useCommonWords } from '../../../lib/i18n/common-words.js';
import { timingOfText } from '../timing-of-text.js';
import { useReviewWords } from '../review-words.js';
import type { RowActions } from '../use-row-actions.js';
import classes from './panels.module.css';
import { TimingInput } from './timing-input.js';

interface AddPanelProps {
  planId: string;
  year: number;
  afterItemId: string | null;
  actions: RowActions;
}

const blank = { ref: '', title: '', leads: [] as string[], coordinators: [] as string[], timing: '', text: '' };

/** A row that the document has and the reader missed; what it says is typed here and may be corrected like any other. */
export function AddPanel({ planId, year, afterItemId, actions }: AddPanelProps) {
  const t = useReviewWords();
  const common = useCommonWords();
  const [draft, setDraft, forget] = useDraft(`review.add.${planId}`, blank);
  const [error, setError] = useState<unknown>(null);
  const put = (part: Partial<typeof blank>) => setDraft({ ...draft, ...part });
  const close = () => {
    forget();
    actions.closePanel();
  };
  useHotkeys([['Escape', close]], []);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const save = async () => {
    const { timing, ...words } = draft;
    try {
      await actions.add({ afterItemId, words: { ...words, timing: timingOfText(timing, year) } });
      forget();
    } catch (refused) {
      setError(refused);
    }
  };
  return (
    <form
      ref={form}
      className={classes.panel}
      aria-label={t('addTitle')}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <strong>{t('addTitle')}</strong>
      <RefusalAlert error={error} />
      <div className={classes.two}>
        <TextInput
          label={t('ref')}
          required
          value={draft.ref}
          onChange={(event) => put({ ref: event.currentTarget.value })}
        />
        <TextInput
          label={t('title')}
          required
          value={draft.title}
          onChange={(event) => put({ title: event.currentTarget.value })}
        />
      </div>
      {(['leads', 'coordinators'] as const).map((field) => (
        <TagsInput
          key={field}
          label={t(field)}
          description={t('listHint')}
          required={field === 'leads'}
          splitChars={[';']}
          value={draft[field]}
          onChange={(names) => put({ [field]: names })}
        />
      ))}
      <div>
        <span className={classes.label}>{t('timing')}</span>
        <TimingInput
          label={t('timing')}
          year={year}
          value={timingOfText(draft.timing, year)}
          onChange={(timing) => put({ timing: timing.text ?? '' })}
        />
      </div>
      <Textarea
        label={t('text')}
        autosize
        minRows={3}
        maxRows={12}
        value={draft.text}
        onChange={(event) => put({ text: event.currentTarget.value })}
      />
      <div className={classes.buttons}>
        <Button size="compact-md" variant="default" onClick={close}>
          {common('cancel')}
        </Button>
        <Button size="compact-md" type="submit" loading={actions.busy}>
          {common('save')}
        </Button>
      </div>
    </form>
  );
}
