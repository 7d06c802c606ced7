import { Alert } from '@mantine/core';
import type { HistoryEntry, InstancePage } from '@phancong/contracts';
import { Link } from '@tanstack/react-router';

import { choiceWord, useFieldWords } from '../../../components/form/field-words.js';
import { Sheet } from '../../../components/ui/sheet.js';
import { linkToLine } from '../../../components/work/links.js';
import { formatDay } from '../../../lib/dates.js';
import { useLanguage } from '../../../lib/i18n/i18n.js';
import { useWorkPageWords } from '../work-page-words.js';
import classes from './errata-section.module.css';

/** What a report says that is no longer true: what it said, what is true now, since when, and why; the newest first. */
export function ErrataSection({ page }: { page: InstancePage }) {
  const t = useWorkPageWords();
  const errata = page.history
    .filter(({ event }) => page.line.flow === 'periodReport' && event === 'erratum')
    .toSorted((a, b) => b.version - a.version);
  if (errata.length === 0) return null;
  return (
    <Sheet title={t('errata')}>
      <Alert color="amber" mb="sm">
        {t('errataIntro')}
      </Alert>
      <ul className={classes.errata}>
        {errata.map((entry) => (
          <Erratum key={entry.version} entry={entry} planId={page.line.planId} />
        ))}
      </ul>
    </Sheet>
  );
}

function Erratum({ entry: { payload, onDay }, planId }: { entry: HistoryEntry; planId: string }) {
  const t = useWorkPageWords();
  const field = useFieldWords();
  const language = useLanguage();
  const text = (name: string) => (typeof payload[name] === 'string' ? payload[name] : '');
  return (
    <li>
      <Link {...linkToLine({ flow: 'task', id: text('workId'), planId })}>{text('work')}</Link>
      <div>
        {t('erratumSaid', {
          said: choiceWord('said', text('said')),
          now: choiceWord('now', text('now')),
          day: formatDay(text('sinceOn') || onDay, language),
        })}
      </div>
      {text('reason') !== '' && (
        <div className={classes.reason}>
          {field('reason')}: {text('reason')}
        </div>
      )}
    </li>
  );
}
