import type { InstancePage, TargetProgress } from '@phancong/contracts';

import { Sheet } from '../../../components/ui/sheet.js';
import { useLanguage } from '../../../lib/i18n/i18n.js';
import { formatNumber } from '../../../lib/numbers.js';
import { useWorkPageWords } from '../work-page-words.js';
import classes from './targets-section.module.css';

/** Words of a period as plans write them; a year is the whole of a plan, shorter ones begin anew. */
const periods = { tuần: 'week', tháng: 'month', quý: 'quarter', năm: 'year' } as const;
type PeriodWord = keyof typeof periods;

const isPeriod = (word: string | null): word is PeriodWord => word !== null && word in periods;

/** Quotas of the row, counted from evidence alone: "7/10-12 cuộc". */
export function TargetsSection({ page }: { page: InstancePage }) {
  const t = useWorkPageWords();
  if (page.targets.length === 0) return null;
  return (
    <Sheet title={t('targets')}>
      <ul className={classes.targets}>
        {page.targets.map((target) => (
          <TargetLine key={target.id} target={target} />
        ))}
      </ul>
    </Sheet>
  );
}

/** A weekly quota is measured in this week; all that was counted before stands beside it. */
function TargetLine({ target }: { target: TargetProgress }) {
  const t = useWorkPageWords();
  const language = useLanguage();
  const { counted, countedThisPeriod, min, max, unit, metric, per, period } = target;
  const current = countedThisPeriod ?? counted;
  const goal = min ?? max;
  const full = max ?? min ?? 0;
  const bounds = [...new Set([min, max])].filter((bound) => bound !== null);
  const range = bounds.map((bound) => formatNumber(bound, language)).join('-');
  const share = full > 0 ? Math.min(1, current / full) : 0;
  const reached = goal !== null && current >= goal;
  const every = [unit, per, isPeriod(period) ? t(periods[period]) : period].filter(Boolean).join('/');
  return (
    <li className={classes.target}>
      <span className={classes.metric}>{metric}</span>
      <span className={classes.figure}>
        <strong>{formatNumber(current, language)}</strong>
        {range && `/${max === null ? '≥ ' : ''}${range}`} {every}
        {reached && <span className={classes.reached}> · {t('reached')}</span>}
      </span>
      {full > 0 && (
        <span
          className={classes.bar}
          role="progressbar"
          aria-label={metric}
          aria-valuenow={current}
          aria-valuemin={0}
          aria-valuemax={full}
        >
          <span className={classes.filled} data-reached={reached || undefined} style={{ width: `${share * 100}%` }} />
          {min !== null && max !== null && max > min && (
            <span className={classes.minimum} style={{ left: `${(min / max) * 100}%` }} />
          )}
        </span>
      )}
      {countedThisPeriod !== null && isPeriod(period) && (
        <span className={classes.period}>
          {t('thisPeriod', { period: t(periods[period]), count: formatNumber(counted, language) })}
        </span>
      )}
    </li>
  );
}
