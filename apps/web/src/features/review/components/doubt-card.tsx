import { Button, Kbd } from '@mantine/core';
import type { ReviewDoubt } from '@phancong/contracts';
import { useEffect, useRef } from 'react';

import { ToneBadge } from '../../../components/ui/tone-badge.js';
import { useSay } from '../../../lib/i18n/i18n.js';
import type { Answer } from '../api/settle-doubt.js';
import { isEditable, isFact } from '../editable-fields.js';
import type { DocumentFact } from '../editable-fields.js';
import { useReviewWords } from '../review-words.js';
import { DoubtNote } from './doubt-note.js';
import { DoubtUnits } from './doubt-units.js';
import type { Editing } from './review-page.js';
import classes from './doubts.module.css';

interface DoubtCardProps {
  doubt: ReviewDoubt;
  year: number;
  mayChange: boolean;
  onAnswer: (answer: Answer) => void;
  onEdit: (editing: Editing) => void;
  onFact: (fact: DocumentFact) => void;
}

const aboutNames = new Set<ReviewDoubt['code']>(['UNNAMED_UNIT', 'UNKNOWN_UNIT']);

/** The doubt in question with everything one may answer; each answer has a key. */
export function DoubtCard({ doubt, year, mayChange, onAnswer, onEdit, onFact }: DoubtCardProps) {
  const t = useReviewWords();
  const say = useSay();
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    card.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const { itemId, field, code } = doubt;
  const namesUnits = aboutNames.has(code) && (field === 'leads' || field === 'coordinators');
  return (
    <div ref={card} className={classes.card}>
      <div className={classes.about}>
        <span className={classes.ref}>{doubt.ref ?? t('document_fields')}</span>
        <ToneBadge tone="amber">{t(code)}</ToneBadge>
        <span>{t('confidence', { percent: Math.round(doubt.confidence * 100) })}</span>
      </div>
      <p className={classes.message}>{say(doubt.message)}</p>
      {mayChange && (
        <>
          <div className={classes.answers}>
            <Button
              size="compact-md"
              rightSection={<Kbd size="xs">Enter</Kbd>}
              onClick={() => onAnswer({ kind: 'accept' })}
            >
              {t('accept')}
            </Button>
            {doubt.choices.map((choice, position) => (
              <Button
                key={choice.words.vi}
                size="compact-md"
                variant="default"
                rightSection={<Kbd size="xs">{position + 1}</Kbd>}
                onClick={() => onAnswer({ kind: 'choose', position })}
              >
                {say(choice.words)}
              </Button>
            ))}
            {itemId && isEditable(field) && (
              <Button
                size="compact-md"
                variant="default"
                rightSection={<Kbd size="xs">e</Kbd>}
                onClick={() => onEdit({ itemId, field })}
              >
                {t('editField')}
              </Button>
            )}
            {itemId === null && isFact(field) && (
              <Button
                size="compact-md"
                variant="default"
                rightSection={<Kbd size="xs">e</Kbd>}
                onClick={() => onFact(field)}
              >
                {t('fill')}
              </Button>
            )}
          </div>
          {namesUnits && <DoubtUnits key={doubt.id} year={year} onAnswer={onAnswer} />}
          {code === 'MISSING_ATTACHMENT' && <DoubtNote key={doubt.id} doubtId={doubt.id} onAnswer={onAnswer} />}
        </>
      )}
    </div>
  );
}
