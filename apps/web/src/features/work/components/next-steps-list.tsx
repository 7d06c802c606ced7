import type { InstanceLine } from '@phancong/contracts';

import { useSay } from '../../../lib/i18n/i18n.js';
import { findNextSteps } from '../next-steps.js';
import { useWorkPageWords } from '../work-page-words.js';
import classes from './next-steps-list.module.css';

/** Under the drawing, in words: what may come next, who does it, and who has to act then. */
export function NextStepsList({ line }: { line: InstanceLine }) {
  const t = useWorkPageWords();
  const say = useSay();
  const steps = findNextSteps(line);
  if (steps.length === 0) return null;
  return (
    <>
      <h3 className={classes.title}>{t('nextSteps')}</h3>
      <ul className={classes.steps}>
        {steps.map(({ event, words, by, to, holder, ends }) => (
          <li key={`${event} ${to.vi}`}>
            <strong>{say(to)}</strong>
            {holder !== null && ` – ${t('thenWaitsFor', { unit: holder })}`}
            {ends && ` – ${t('thenEnds')}`}
            <div className={classes.by}>
              {by.length === 0
                ? t('byItself', { move: say(words) })
                : t('byUnit', {
                    move: say(words),
                    unit: by.map((name) => (typeof name === 'string' ? name : say(name))).join(', '),
                  })}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
