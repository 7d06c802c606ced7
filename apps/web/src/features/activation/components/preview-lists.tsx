import type { ActivationPreview } from '@phancong/contracts';
import { useState } from 'react';

import { Sheet } from '../../../components/ui/sheet.js';
import { useSay } from '../../../lib/i18n/i18n.js';
import { useActivationWords } from '../activation-words.js';
import classes from './activation-page.module.css';

const few = 8;

/** What lands on whose desk as soon as the plan is activated. */
export function FirstWeek({ preview: { firstWeek } }: { preview: ActivationPreview }) {
  const t = useActivationWords();
  const [all, setAll] = useState(false);
  return (
    <Sheet title={t('firstWeek')}>
      <p className={classes.hint}>{t('firstWeekHint')}</p>
      <ul className={classes.list}>
        {(all ? firstWeek : firstWeek.slice(0, few)).map(({ unitId, name, toAcknowledge }) => (
          <li key={unitId}>
            <span>{name}</span>
            <span>{t('toAcknowledge', { count: toAcknowledge })}</span>
          </li>
        ))}
      </ul>
      {!all && firstWeek.length > few && (
        <button type="button" className={classes.more} onClick={() => setAll(true)}>
          {t('showAll', { count: firstWeek.length })}
        </button>
      )}
    </Sheet>
  );
}

/** Names of the document that no unit stands for: they make no work, and one should know. */
export function UnnamedNames({ preview: { unnamed } }: { preview: ActivationPreview }) {
  const t = useActivationWords();
  const say = useSay();
  if (unnamed.length === 0) return null;
  return (
    <Sheet title={t('unnamed')}>
      <p className={classes.hint}>{t('unnamedHint')}</p>
      <ul className={classes.names}>
        {unnamed.map(({ name, refs, words }) => (
          <li key={`${name}|${words.vi}`}>
            <strong>{name}</strong> <span>{t('refs', { refs: refs.join(', ') })}</span>
            <p className={classes.hint}>{say(words)}</p>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
