import type { ActivationPreview } from '@phancong/contracts';

import { Sheet } from '../../../components/ui/sheet.js';
import { useLanguage } from '../../../lib/i18n/i18n.js';
import { formatNumber } from '../../../lib/numbers.js';
import { useActivationWords } from '../activation-words.js';
import classes from './month-chart.module.css';

type Month = ActivationPreview['perMonth'][number];

/** The months of the first year with those in which nothing falls due, then whatever lies beyond. */
function wholeYear(perMonth: readonly Month[]): Month[] {
  const year = perMonth[0]?.month.slice(0, 4);
  if (!year) return [];
  const due = new Map(perMonth.map((entry) => [entry.month, entry.due]));
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
  return [
    ...months.map((month) => ({ month, due: due.get(month) ?? 0 })),
    ...perMonth.filter(({ month }) => !months.includes(month)),
  ];
}

/** How much falls due in each month: columns with their numbers, readable as a list. */
export function MonthChart({ preview: { perMonth } }: { preview: ActivationPreview }) {
  const t = useActivationWords();
  const language = useLanguage();
  const months = wholeYear(perMonth);
  const most = Math.max(1, ...months.map(({ due }) => due));
  return (
    <Sheet title={t('perMonth')}>
      <ol className={classes.chart}>
        {months.map(({ month, due }) => (
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
