import type { PlanRowPage } from '@phancong/contracts';

import { Sheet } from '../../../components/ui/sheet.js';
import { useLanguage } from '../../../lib/i18n/i18n.js';
import { formatNumber } from '../../../lib/numbers.js';
import { usePlansWords } from '../plans-words.js';
import classes from './plan-row-page.module.css';

type TargetSum = PlanRowPage['targets'][number];

/** Quotas of the row over all its units. Shares of something have a mean, everything else a sum. */
export function RowTargets({ page: { targets } }: { page: PlanRowPage }) {
  const t = usePlansWords();
  if (targets.length === 0) return null;
  return (
    <Sheet title={t('targets')}>
      <ul className={classes.targets}>
        {targets.map((target, index) => (
          <TargetLine key={`${index}-${target.metric}`} target={target} />
        ))}
      </ul>
    </Sheet>
  );
}

function TargetLine({ target }: { target: TargetSum }) {
  const t = usePlansWords();
  const language = useLanguage();
  const { counted, min, max, unit, metric, tasks } = target;
  const bounds = [...new Set([min, max])].filter((bound) => bound !== null);
  const range = bounds.map((bound) => formatNumber(bound, language)).join('-');
  const full = max ?? min ?? 0;
  const share = full > 0 ? Math.min(1, counted / full) : 0;
  const reached = min !== null && counted >= min;
  return (
    <li className={classes.target}>
      <span>{metric}</span>
      <span className={classes.figure}>
        <strong>{formatNumber(counted, language)}</strong>
        {range && `/${range}`} {unit}
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
          <span data-reached={reached || undefined} style={{ width: `${share * 100}%` }} />
        </span>
      )}
      <span className={classes.quiet}>{t(unit.startsWith('%') ? 'mean' : 'targetTasks', { count: tasks })}</span>
    </li>
  );
}
