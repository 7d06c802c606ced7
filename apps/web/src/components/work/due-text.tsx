import type { InstanceLine } from '@phancong/contracts';
import { IconAlertTriangle, IconCheck, IconClock } from '@tabler/icons-react';

import { formatDay } from '../../lib/dates.js';
import { useGlossary } from '../../lib/i18n/glossary.js';
import { useLanguage } from '../../lib/i18n/i18n.js';
import classes from './due-text.module.css';
import { useWorkWords } from './work-words.js';

type Dated = Pick<InstanceLine, 'dueOn' | 'signedDueOn' | 'doneOn' | 'daysLeft' | 'timeliness'>;

function useDistance({ daysLeft, timeliness }: Dated): string | null {
  const t = useWorkWords();
  const glossary = useGlossary();
  if (daysLeft === null) return timeliness === 'openInTime' ? null : glossary(timeliness);
  if (daysLeft === 0) return t('dueToday');
  return daysLeft < 0 ? t('daysOver', { count: -daysLeft }) : t('daysLeft', { count: daysLeft });
}

/** The deadline, how far it is, and the signed one where an extension moved it: word, sign and colour together. */
export function DueText({ line }: { line: Dated }) {
  const t = useWorkWords();
  const glossary = useGlossary();
  const language = useLanguage();
  const distance = useDistance(line);
  const moved = line.signedDueOn !== null && line.dueOn !== line.signedDueOn;
  return (
    <span className={classes.due} data-timeliness={line.timeliness}>
      <span className={classes.day}>
        {line.dueOn ? formatDay(line.dueOn, language) : glossary('noTerm')}
        {moved && line.signedDueOn && (
          <span className={classes.signed}>{t('original', { day: formatDay(line.signedDueOn, language) })}</span>
        )}
      </span>
      {distance && (line.dueOn !== null || line.timeliness !== 'standing') && (
        <span className={classes.distance}>
          <TimelinessSign timeliness={line.timeliness} />
          {distance}
        </span>
      )}
    </span>
  );
}

function TimelinessSign({ timeliness }: { timeliness: InstanceLine['timeliness'] }) {
  if (timeliness === 'openOverdue') return <IconAlertTriangle size={13} aria-hidden="true" />;
  if (timeliness === 'doneOnTime' || timeliness === 'doneLate') return <IconCheck size={13} aria-hidden="true" />;
  return <IconClock size={13} aria-hidden="true" />;
}
