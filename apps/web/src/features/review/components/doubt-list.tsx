import { Button } from '@mantine/core';
import type { ReviewDoubt } from '@phancong/contracts';

import { Sheet } from '../../../components/ui/sheet.js';
import { useSay } from '../../../lib/i18n/i18n.js';
import type { DocumentFact } from '../editable-fields.js';
import type { Answer } from '../api/settle-doubt.js';
import { useReviewWords } from '../review-words.js';
import { DoubtCard } from './doubt-card.js';
import type { Editing } from './review-page.js';
import classes from './doubts.module.css';

interface DoubtListProps {
  doubts: readonly ReviewDoubt[];
  /** Not answered, and no answer under way. */
  open: readonly ReviewDoubt[];
  current: ReviewDoubt | null;
  year: number;
  mayChange: boolean;
  onLook: (doubtId: string) => void;
  onAnswer: (doubtIds: readonly string[], answer: Answer) => void;
  onEdit: (editing: Editing) => void;
  onFact: (fact: DocumentFact) => void;
}

/** Doubts in the order of the document: the one in question unfolded, the open ones around it, the settled ones folded away. */
export function DoubtList(props: DoubtListProps) {
  const { doubts, open, current, year, mayChange, onLook, onAnswer, onEdit, onFact } = props;
  const t = useReviewWords();
  const settled = doubts.filter((doubt) => doubt.settledAt !== null);
  const inherited = open.filter((doubt) => doubt.code === 'INHERITED').map(({ id }) => id);
  return (
    <Sheet
      title={t('doubts')}
      aside={
        mayChange &&
        inherited.length > 1 && (
          <Button size="compact-sm" variant="default" onClick={() => onAnswer(inherited, { kind: 'accept' })}>
            {t('acceptSimilar', { count: inherited.length })}
          </Button>
        )
      }
      flush
    >
      {mayChange && open.length > 0 && <p className={classes.keys}>{t('keys')}</p>}
      <ul className={classes.list}>
        {open.map((doubt) => (
          <li key={doubt.id} aria-current={doubt.id === current?.id ? 'true' : undefined}>
            {doubt.id === current?.id ? (
              <DoubtCard
                doubt={doubt}
                year={year}
                mayChange={mayChange}
                onAnswer={(answer) => onAnswer([doubt.id], answer)}
                onEdit={onEdit}
                onFact={onFact}
              />
            ) : (
              <DoubtLine doubt={doubt} onLook={() => onLook(doubt.id)} />
            )}
          </li>
        ))}
      </ul>
      {settled.length > 0 && (
        <details className={classes.settled}>
          <summary>{t('settledDoubts', { count: settled.length })}</summary>
          <ul className={classes.list}>
            {settled.map((doubt) => (
              <li key={doubt.id}>
                <SettledLine doubt={doubt} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Sheet>
  );
}

function DoubtLine({ doubt, onLook }: { doubt: ReviewDoubt; onLook: () => void }) {
  const say = useSay();
  const t = useReviewWords();
  return (
    <button type="button" className={classes.line} onClick={onLook}>
      <span className={classes.ref}>{doubt.ref ?? '–'}</span>
      <span className={classes.words}>{say(doubt.message)}</span>
      <span className={classes.kind}>{t(doubt.code)}</span>
    </button>
  );
}

function SettledLine({ doubt }: { doubt: ReviewDoubt }) {
  const t = useReviewWords();
  const say = useSay();
  return (
    <div className={classes.line}>
      <span className={classes.ref}>{doubt.ref ?? '–'}</span>
      <span className={classes.words}>{say(doubt.message)}</span>
      {doubt.code === 'MISSING_ATTACHMENT' && typeof doubt.settledValue === 'string' && (
        <span className={classes.note}>{t('noted', { note: doubt.settledValue })}</span>
      )}
      {doubt.settledBy && <span className={classes.kind}>{t('settledBy', { who: doubt.settledBy })}</span>}
    </div>
  );
}
