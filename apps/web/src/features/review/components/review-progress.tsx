import { useReviewWords } from '../review-words.js';
import classes from './review-page.module.css';

/** How many doubts are left, as words and as a bar. */
export function ReviewProgress({ total, left }: { total: number; left: number }) {
  const t = useReviewWords();
  const settled = total - left;
  return (
    <div className={classes.progress}>
      <strong aria-live="polite">{left === 0 ? t('noneLeft') : t('left', { count: left })}</strong>
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
