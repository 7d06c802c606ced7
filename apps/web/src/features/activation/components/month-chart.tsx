import type { ActivationPreview } from '@phancong/contracts';

import { Sheet } from '../../../components/ui/sheet.js';
import { useLanguage } from '../../../lib/i18n/i18n.js';
import { formatNumber } from '../../../lib/numbers.js';
import { useActivationWords } from '../activation-words.js';
import classes from './month-chart.module.css';

/** How much falls due in each month: columns with their numbers, readable as a list. */
export function MonthChart({ preview: { perMonth } }: { preview: ActivationPreview }) {
  const t = useActivationWords();
  const language = useLanguage();
  const most = Math.max(1, ...perMonth.map(({ due }) => due));
  return (
    <Sheet title={t('perMonth')}>
      <ol className={classes.chart}>
        {perMonth.map(({ month, due }) => (
          <li key={month} className={classes.month}>
            <span className={classes.number} aria-hidden="true">
              {formatNumber(due, language)}
            </span>
            <span className={classes.column} aria-hidden="true" style={{ height: `${(due / most) * 100}px` }} />
            <span className={classes.name} aria-hidden="true">
              {t('month', { month: Number(month.slice(5, 7)) })}
            </span>
            <span className={classes.spoken}>
              {t('monthLabel', { month: Number(month.slice(5, 7)), count: formatNumber(due, language) })}
            </span>
          </li>
        ))}
      </ol>
    </Sheet>
  );
}
