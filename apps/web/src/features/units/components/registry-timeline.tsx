import { UnstyledButton } from '@mantine/core';
import type { IsoDate } from '@phancong/contracts';

import { formatDay } from '../../../lib/dates.js';
import { useLanguage } from '../../../lib/i18n/i18n.js';
import { useRegistryEvents } from '../api/get-registry-events.js';
import { groupEvents } from '../group-events.js';
import { useUnitsWords } from '../units-words.js';
import classes from './registry-timeline.module.css';

interface RegistryTimelineProps {
  asOf: IsoDate;
  onChoose: (day: IsoDate) => void;
}

/** Days on which the registry changed; choosing one shows the units of that day. */
export function RegistryTimeline({ asOf, onChoose }: RegistryTimelineProps) {
  const t = useUnitsWords();
  const language = useLanguage();
  const events = useRegistryEvents();
  const days = groupEvents(events.data?.items ?? []);
  if (days.length === 0) return null;
  const present = days.findLast(({ on }) => on <= asOf)?.on;
  return (
    <ol className={classes.timeline} aria-label={t('timeline')}>
      {days.map(({ on, kinds }) => (
        <li key={on}>
          <UnstyledButton
            className={classes.day}
            aria-current={on === present ? 'date' : undefined}
            onClick={() => onChoose(on)}
          >
            <strong>{formatDay(on, language)}</strong>
            <span>{kinds.map(({ kind, units }) => `${t(`kind_${kind}`)} ${units}`).join(' · ')}</span>
          </UnstyledButton>
        </li>
      ))}
    </ol>
  );
}
