import type { PlanPage } from '@phancong/contracts';

import { formatDay } from '../../../lib/dates.js';
import { useLanguage } from '../../../lib/i18n/i18n.js';
import { useClock } from '../../../lib/queries/get-clock.js';
import { placeInYear } from '../place-in-year.js';
import { usePlansWords } from '../plans-words.js';
import classes from './campaign-timeline.module.css';

const months = Array.from({ length: 12 }, (_, index) => index + 1);

interface CampaignTimelineProps {
  year: number;
  waves: PlanPage['calendar'];
}

/** The year from left to right, a line for each campaign in the order of their days, today drawn through all. */
export function CampaignTimeline({ year, waves }: CampaignTimelineProps) {
  const t = usePlansWords();
  const language = useLanguage();
  const { today } = useClock();
  const now = placeInYear(today, today, year);
  const inOrder = waves.toSorted((a, b) => a.start.localeCompare(b.start) || a.end.localeCompare(b.end));
  return (
    <div className={classes.timeline}>
      <div className={classes.axis} aria-hidden="true">
        {months.map((month) => (
          <span key={month}>{t('month', { month })}</span>
        ))}
      </div>
      <div className={classes.year} aria-hidden="true">
        {now && (
          <div className={classes.today} style={{ left: `${now.left}%` }}>
            <span data-side={now.left > 70 ? 'left' : 'right'}>{t('today', { day: formatDay(today, language) })}</span>
          </div>
        )}
      </div>
      <ol className={classes.waves}>
        {inOrder.map((wave) => {
          const place = placeInYear(wave.start, wave.end, year);
          const running = wave.start <= today && today <= wave.end;
          return (
            <li key={`${wave.ref}-${wave.name}-${wave.start}`} className={classes.wave}>
              <span className={classes.name}>
                <span className={classes.ref}>{wave.ref}</span>
                {wave.name}
                <span className={classes.days}>
                  {t('span', { from: formatDay(wave.start, language), to: formatDay(wave.end, language) })}
                  {running && <strong> · {t('running')}</strong>}
                </span>
              </span>
              <span className={classes.track} aria-hidden="true">
                {place && (
                  <span
                    className={classes.bar}
                    data-past={wave.end < today || undefined}
                    data-running={running || undefined}
                    style={{ left: `${place.left}%`, width: `${place.width}%` }}
                  />
                )}
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
