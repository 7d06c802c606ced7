import type { InstancePage } from '@phancong/contracts';
import { IconCheck } from '@tabler/icons-react';

import { useFlows } from '../../../lib/queries/get-flows.js';
import { formatDay } from '../../../lib/dates.js';
import { useLanguage, useSay } from '../../../lib/i18n/i18n.js';
import { useBudgetWords } from '../budget-words.js';
import classes from './budget-section.module.css';

const way = ['estimate', 'appraising', 'awaitingApproval', 'transferring', 'settled'] as const;

/** Where a file that left the way stands: a returned estimate is at its first step again. */
const besideTheWay: Record<string, (typeof way)[number]> = {
  returned: 'estimate',
  rejected: 'awaitingApproval',
  withdrawn: 'estimate',
};

/** The way of the money with the day on which each step was reached. */
export function BudgetSteps({ page: { line, history } }: { page: InstancePage }) {
  const t = useBudgetWords();
  const say = useSay();
  const language = useLanguage();
  const flows = useFlows();
  const here = way.indexOf(besideTheWay[line.state] ?? (line.state as (typeof way)[number]));
  const reachedOn = (state: string) => history.filter((entry) => entry.toState === state).at(-1)?.onDay;
  return (
    <ol className={classes.steps} aria-label={t('steps')}>
      {way.map((state, index) => {
        const current = index === here;
        const shown = current ? line.state : state;
        const day = index <= here ? reachedOn(shown) : undefined;
        return (
          <li
            key={state}
            data-passed={index < here || line.state === 'settled' || undefined}
            data-here={current || undefined}
            aria-current={current ? 'step' : undefined}
          >
            <span className={classes.stepName}>
              {index < here && <IconCheck size={13} aria-hidden="true" />}
              {say(flows.state('budget', shown).words)}
            </span>
            {day && <span className={classes.quiet}>{formatDay(day, language)}</span>}
          </li>
        );
      })}
    </ol>
  );
}
