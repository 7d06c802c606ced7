import { Button, Text } from '@mantine/core';
import type { PlanPage, PlanRowPage } from '@phancong/contracts';
import { Link } from '@tanstack/react-router';
import { Suspense, lazy, useState } from 'react';

import { Sheet } from '../../../components/ui/sheet.js';
import { LoadingRows } from '../../../components/ui/states.js';
import { StateBadge } from '../../../components/work/state-badge.js';
import { paths } from '../../../config/paths.js';
import { usePlansWords } from '../plans-words.js';
import classes from './plan-row-page.module.css';

const StartBudget = lazy(async () => ({ default: (await import('./start-budget.js')).StartBudget }));

/** Estimates made for the row, and a new one where the reader's unit may. */
export function RowBudgets({ page, plan }: { page: PlanRowPage; plan: PlanPage }) {
  const t = usePlansWords();
  const [starting, setStarting] = useState(false);
  const { budgets, mayStartBudget } = page;
  if (budgets.length === 0 && !mayStartBudget) return null;
  return (
    <Sheet
      title={t('budgets')}
      aside={
        mayStartBudget &&
        !starting && (
          <Button size="compact-sm" variant="default" onClick={() => setStarting(true)}>
            {t('startBudget')}
          </Button>
        )
      }
    >
      {budgets.length === 0 && !starting && <Text c="dimmed">{t('noBudgets')}</Text>}
      <ul className={classes.budgets}>
        {budgets.map((line) => (
          <li key={line.id}>
            <Link to={paths.workPage} params={{ id: line.id }}>
              {line.title}
            </Link>
            <StateBadge flow="budget" state={line.state} />
          </li>
        ))}
      </ul>
      {starting && (
        <Suspense fallback={<LoadingRows rows={3} />}>
          <StartBudget plan={plan} page={page} onClose={() => setStarting(false)} />
        </Suspense>
      )}
    </Sheet>
  );
}
