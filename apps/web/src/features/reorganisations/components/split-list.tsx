import { Button } from '@mantine/core';
import type { QuotaSplit } from '@phancong/contracts';
import { useState } from 'react';

import { Sheet } from '../../../components/ui/sheet.js';
import { useLanguage } from '../../../lib/i18n/i18n.js';
import { useReorganisationsWords } from '../reorganisations-words.js';
import { rangeOf } from '../range-of.js';
import classes from './reorganisation-page.module.css';

const SHOWN_AT_FIRST = 8;

const keyOf = ({ from, planId, ref, label, metric, unit, period, min, max }: QuotaSplit) =>
  [from.id, planId, ref, label, metric, unit, period, min, max].join('|');

/** "12 = 7 + 5": each target of a unit that is split, and what falls to each successor. */
export function SplitList({ splits }: { splits: readonly QuotaSplit[] }) {
  const t = useReorganisationsWords();
  const language = useLanguage();
  const [whole, setWhole] = useState(false);
  if (splits.length === 0) return null;
  const shown = whole ? splits : splits.slice(0, SHOWN_AT_FIRST);
  return (
    <Sheet title={t('splits')} aside={<span className={classes.quiet}>{t('splitsHint')}</span>} flush>
      <ul className={classes.lines}>
        {shown.map((split) => (
          <li key={keyOf(split)} className={classes.quota}>
            <span>
              {split.ref} {split.metric} {split.label && `(${split.label})`} · {split.from.name}
            </span>
            <span className={classes.sum}>
              {rangeOf(split, language)} {split.unit}
            </span>
            <span className={classes.quiet}>
              {split.parts.map((part) => `${part.to.name}: ${rangeOf(part, language)}`).join(' + ')}
            </span>
          </li>
        ))}
      </ul>
      {splits.length > shown.length && (
        <div className={classes.more}>
          <Button variant="default" size="xs" onClick={() => setWhole(true)}>
            {t('showAll', { count: splits.length })}
          </Button>
        </div>
      )}
    </Sheet>
  );
}
