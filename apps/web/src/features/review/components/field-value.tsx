import type { ReviewItem } from '@phancong/contracts';

import { useLanguage } from '../../../lib/i18n/i18n.js';
import { formatMoney, formatNumber } from '../../../lib/numbers.js';
import { plainCell } from '../../../lib/source-words.js';
import type { EditableField } from '../editable-fields.js';
import { useReviewWords } from '../review-words.js';
import classes from './items.module.css';

/** What a field of a row says. */
export function FieldValue({ item, field }: { item: ReviewItem; field: EditableField }) {
  const t = useReviewWords();
  const language = useLanguage();
  if (field === 'targets') {
    if (item.targets.length === 0) return <span className={classes.quiet}>{t('blank')}</span>;
    return (
      <ul className={classes.targets}>
        {item.targets.map((target, index) => {
          const bounds = [...new Set([target.min, target.max])].filter((bound) => bound !== null);
          const range = bounds.map((bound) => formatNumber(bound, language)).join('-');
          const every = [target.unit, target.per, target.period].filter(Boolean).join('/');
          return (
            <li key={`${index}-${target.metric}`}>
              {target.metric}: <strong>{range}</strong> {every}
            </li>
          );
        })}
      </ul>
    );
  }
  if (field === 'budgetVnd' && item.budgetVnd !== null)
    return <span className={classes.words}>{formatMoney(String(item.budgetVnd), language)}</span>;
  const value = field === 'timing' ? item.timing.text : item[field];
  const words = Array.isArray(value) ? value.join('; ') : value === null ? null : String(value);
  if (!words) return <span className={classes.quiet}>{t('blank')}</span>;
  return <span className={classes.words}>{plainCell(words).trim()}</span>;
}
