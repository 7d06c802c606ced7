import { ActionIcon, Tooltip } from '@mantine/core';
import type { PlanReview } from '@phancong/contracts';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';

import { formatInstant } from '../../../lib/dates.js';
import { useLanguage, useSay } from '../../../lib/i18n/i18n.js';
import { useReviewWords } from '../review-words.js';
import type { RowActions } from '../use-row-actions.js';
import classes from './steps-bar.module.css';

/** The way back and forth through one's own steps, and what everybody did so far. */
export function StepsBar({ review, actions }: { review: PlanReview; actions: RowActions }) {
  const t = useReviewWords();
  const say = useSay();
  const language = useLanguage();
  const ways = [
    { kind: 'undo', step: review.undo, act: actions.undo, icon: <IconArrowBackUp size={18} /> },
    { kind: 'redo', step: review.redo, act: actions.redo, icon: <IconArrowForwardUp size={18} /> },
  ] as const;
  return (
    <div className={classes.bar}>
      {ways.map(({ kind, step, act, icon }) => {
        const words = step ? t(kind, { what: say(step.words) }) : t(`${kind}Nothing`);
        return (
          <Tooltip key={kind} label={words}>
            <ActionIcon variant="default" size="lg" aria-label={words} disabled={!step || actions.busy} onClick={act}>
              {icon}
            </ActionIcon>
          </Tooltip>
        );
      })}
      <details className={classes.steps}>
        <summary>{t('steps')}</summary>
        {review.edits.length === 0 ? (
          <p>{t('stepsNone')}</p>
        ) : (
          <ol>
            {review.edits.map((edit) => (
              <li key={edit.id} data-undone={edit.undone || undefined}>
                <span>{say(edit.words)}</span>
                <span className={classes.quiet}>
                  {t('stepBy', { who: edit.by, when: formatInstant(edit.at, language) })}
                  {edit.undone && ` · ${t('stepUndone')}`}
                </span>
              </li>
            ))}
          </ol>
        )}
      </details>
    </div>
  );
}
