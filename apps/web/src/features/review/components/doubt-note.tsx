import { Button, Textarea } from '@mantine/core';

import { useDraft } from '../../../lib/drafts.js';
import type { Answer } from '../api/settle-doubt.js';
import { useReviewWords } from '../review-words.js';
import classes from './doubts.module.css';

/** What a person knows of a document that the file cites and does not hold; kept with the doubt. */
export function DoubtNote({ doubtId, onAnswer }: { doubtId: string; onAnswer: (answer: Answer) => void }) {
  const t = useReviewWords();
  const [note, setNote, forget] = useDraft(`review.note.${doubtId}`, '');
  return (
    <form
      className={classes.units}
      onSubmit={(event) => {
        event.preventDefault();
        forget();
        onAnswer({ kind: 'note', note });
      }}
    >
      <Textarea
        label={t('note')}
        placeholder={t('notePlaceholder')}
        autosize
        minRows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className={classes.answers}>
        <Button size="compact-md" variant="light" type="submit" disabled={note.trim() === ''}>
          {t('saveNote')}
        </Button>
      </div>
    </form>
  );
}
