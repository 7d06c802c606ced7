import { useReviewWords } from '../review-words.js';
import classes from './review-page.module.css';

interface ReviewProgressProps {
  total: number;
  left: number;
  /** Answers that the server has not confirmed yet. */
  underWay: number;
}

/** How many doubts are left, as words and as a bar. */
export function ReviewProgress({ total, left, underWay }: ReviewProgressProps) {
  const t = useReviewWords();
  const settled = total - left;
  return (
    <div className={classes.progress}>
      <strong aria-live="polite">
        {left > 0 ? t('left', { count: left }) : underWay > 0 ? t('saving', { count: underWay }) : t('noneLeft')}
      </strong>
      <span
        className={classes.bar}
        role="progressbar"
        aria-label={t('doubts')}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={settled}
      >
        <span style={{ width: total === 0 ? '100%' : `${(settled / total) * 100}%` }} />
      </span>
      <span className={classes.quiet}>{t('settledOf', { settled, total })}</span>
    </div>
  );
}
