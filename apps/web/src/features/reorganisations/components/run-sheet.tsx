import type { ReorganisationRun } from '@phancong/contracts';

import { Sheet } from '../../../components/ui/sheet.js';
import { formatDay, formatInstant } from '../../../lib/dates.js';
import { useLanguage } from '../../../lib/i18n/i18n.js';
import { formatMoney, formatNumber } from '../../../lib/numbers.js';
import { sumWork } from '../count-work.js';
import { useReorganisationsWords } from '../reorganisations-words.js';
import classes from './reorganisation-page.module.css';

/** What one run moved, and the figures that it held together: the same before and after. */
export function RunSheet({ run }: { run: ReorganisationRun }) {
  const t = useReorganisationsWords();
  const language = useLanguage();
  const { before, after } = run;
  const say = (count: number) => formatNumber(count, language);
  const figures = [
    [t('open'), say(before.open), say(after.open)],
    [t('targets'), say(before.targets), say(after.targets)],
    [t('targetMin'), say(before.targetMin), say(after.targetMin)],
    [t('targetMax'), say(before.targetMax), say(after.targetMax)],
    [t('proved'), say(before.counted), say(after.counted)],
    [t('estimates'), formatMoney(before.estimatesVnd, language), formatMoney(after.estimatesVnd, language)],
    [t('clocks'), say(before.clocks), say(after.clocks)],
  ] as const;
  return (
    <Sheet title={t('outcome', { day: formatDay(run.appliedOn, language) })}>
      <p>
        {t('outcomeMoved', { work: formatNumber(sumWork(run.moved), language), people: run.people })} {run.document}
      </p>
      {run.stoppedFlows > 0 && <p>{t('outcomeFlows', { count: run.stoppedFlows })}</p>}
      <p className={classes.quiet}>
        {t('outcomeBy', { person: run.personName, unit: run.unitName, at: formatInstant(run.at, language) })}
      </p>
      <table className={classes.figures}>
        <thead>
          <tr>
            <th scope="col">{t('figure')}</th>
            <th scope="col">{t('before')}</th>
            <th scope="col">{t('after')}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map(([name, was, is]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{was}</td>
              <td>{is}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}
