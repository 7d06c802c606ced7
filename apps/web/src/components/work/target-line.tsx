import type { ReactNode } from 'react';

import { useLanguage } from '../../lib/i18n/i18n.js';
import { formatNumber } from '../../lib/numbers.js';
import classes from './target-line.module.css';

interface TargetLineProps {
  metric: string;
  counted: number;
  min: number | null;
  max: number | null;
  /** What is counted, and in what time: "cuộc/quý". */
  unit: string;
  /** What is enough; the minimum where it is left out. */
  goal?: number | null;
  /** Behind the figure, where the goal is reached. */
  reachedWord?: string;
  /** Below the bar. */
  children?: ReactNode;
}

export function TargetList({ children }: { children: ReactNode }) {
  return <ul className={classes.targets}>{children}</ul>;
}

/** A quota and how far it is filled: "7/10-12 cuộc"; a line within the bar stands at the minimum. */
export function TargetLine({ metric, counted, min, max, unit, goal = min, reachedWord, children }: TargetLineProps) {
  const language = useLanguage();
  const full = max ?? min ?? 0;
  const bounds = [...new Set([min, max])].filter((bound) => bound !== null);
  const range = bounds.map((bound) => formatNumber(bound, language)).join('-');
  const share = full > 0 ? Math.min(1, counted / full) : 0;
  const reached = goal !== null && counted >= goal;
  return (
    <li className={classes.target}>
      <span className={classes.metric}>{metric}</span>
      <span className={classes.figure}>
        <strong>{formatNumber(counted, language)}</strong>
        {range && `/${max === null ? '≥ ' : ''}${range}`} {unit}
        {reached && reachedWord && <span className={classes.reached}> · {reachedWord}</span>}
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
      {children && <span className={classes.below}>{children}</span>}
    </li>
  );
}
