import type { Tone } from '@phancong/contracts';
import { Link } from '@tanstack/react-router';
import type { LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';

import { wholeSearch } from '../../lib/whole-search.js';
import classes from './stat-link.module.css';

interface StatLinkProps {
  label: string;
  value: ReactNode;
  hint?: string;
  tone?: Tone;
  current?: boolean;
  to: LinkProps['to'];
  search?: Record<string, unknown>;
}

/** A number that opens to what it counts. */
export function StatLink({ label, value, hint, tone = 'grey', current = false, to, search }: StatLinkProps) {
  return (
    <Link
      {...({ to, search: search ?? {} } as LinkProps)}
      className={classes.stat}
      data-tone={tone}
      activeOptions={wholeSearch}
      data-current={current || undefined}
    >
      <span className={classes.value}>{value}</span>
      <span className={classes.label}>{label}</span>
      {hint && <span className={classes.hint}>{hint}</span>}
    </Link>
  );
}
