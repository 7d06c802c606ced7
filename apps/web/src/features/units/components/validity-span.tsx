import type { Unit } from '@phancong/contracts';

import { formatDay } from '../../../lib/dates.js';
import { useLanguage } from '../../../lib/i18n/i18n.js';
import { useUnitsWords } from '../units-words.js';
import classes from './unit-page.module.css';

/** From when to when a unit is valid; nothing where it has no bounds. */
export function ValiditySpan({ unit }: { unit: Pick<Unit, 'validFrom' | 'validTo'> }) {
  const t = useUnitsWords();
  const language = useLanguage();
  const from = unit.validFrom && formatDay(unit.validFrom, language);
  const to = unit.validTo && formatDay(unit.validTo, language);
  if (!from && !to) return null;
  const text = from && to ? t('validSpan', { from, to }) : from ? t('validFrom', { day: from }) : null;
  return <span className={classes.span}>{text ?? t('validTo', { day: to ?? '' })}</span>;
}
