import type { InstancePage, TargetProgress } from '@phancong/contracts';

import { Sheet } from '../../../components/ui/sheet.js';
import { useLanguage } from '../../../lib/i18n/i18n.js';
import { formatNumber } from '../../../lib/numbers.js';
import { useWorkPageWords } from '../work-page-words.js';
import classes from './targets-section.module.css';

const periods = ['week', 'month', 'quarter', 'year'] as const;

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

function TargetLine({ target }: { target: TargetProgress }) {
  const t = useWorkPageWords();
  const language = useLanguage();
  const { counted, min, max, unit, metric, period } = target;
  const goal = min ?? max;
  const full = max ?? min ?? 0;
  const range = [min, max].filter((bound) => bound !== null && bound !== undefined);
  const rangeText = [...new Set(range)].map((bound) => formatNumber(bound, language)).join('-');
  const share = full > 0 ? Math.min(1, counted / full) : 0;
  const reached = goal !== null && counted >= goal;
  const known = periods.find((name) => name === period);
  return (
    <li className={classes.target}>
      <span className={classes.metric}>{metric}</span>
      <span className={classes.figure}>
        <strong>{formatNumber(counted, language)}</strong>
        {rangeText && `/${rangeText}`} {unit}
        {reached && <span className={classes.reached}> · {t('reached')}</span>}
      </span>
      {full > 0 && (
        <span
          className={classes.bar}
          role="progressbar"
          aria-label={metric}
          aria-valuenow={counted}
          aria-valuemin={0}
          aria-valuemax={full}
        >
          <span className={classes.filled} data-reached={reached || undefined} style={{ width: `${share * 100}%` }} />
          {min !== null && max !== null && max > min && (
            <span className={classes.minimum} style={{ left: `${(min / max) * 100}%` }} />
          )}
        </span>
      )}
      {target.countedThisPeriod !== null && known && (
        <span className={classes.period}>
          {t('thisPeriod', { period: t(known), count: formatNumber(target.countedThisPeriod, language) })}
        </span>
      )}
    </li>
  );
}
