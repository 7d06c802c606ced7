import { Button } from '@mantine/core';
import type { QuotaMeeting } from '@phancong/contracts';
import { useState } from 'react';

import { Sheet } from '../../../components/ui/sheet.js';
import { useLanguage } from '../../../lib/i18n/i18n.js';
import { formatNumber } from '../../../lib/numbers.js';
import { rangeOf } from '../range-of.js';
import { useReorganisationsWords } from '../reorganisations-words.js';
import classes from './reorganisation-page.module.css';

const SHOWN_AT_FIRST = 8;

/** "10-12 + 10-12 = 20-24": what meets at a successor, each part with its source. */
export function QuotaList({ quotas }: { quotas: readonly QuotaMeeting[] }) {
  const t = useReorganisationsWords();
  const [whole, setWhole] = useState(false);
  if (quotas.length === 0) return null;
  const shown = whole ? quotas : quotas.slice(0, SHOWN_AT_FIRST);
  return (
    <Sheet title={t('quotas')} aside={<span className={classes.quiet}>{t('quotasHint')}</span>} flush>
      <ul className={classes.lines}>
        {shown.map((quota) => (
          <Quota key={[quota.to.id, quota.planId, quota.ref, quota.metric, quota.period].join('|')} quota={quota} />
        ))}
      </ul>
      {quotas.length > shown.length && (
        <div className={classes.more}>
          <Button variant="default" size="xs" onClick={() => setWhole(true)}>
            {t('showAll', { count: quotas.length })}
          </Button>
        </div>
      )}
    </Sheet>
  );
}

function Quota({ quota }: { quota: QuotaMeeting }) {
  const t = useReorganisationsWords();
  const language = useLanguage();
  return (
    <li className={classes.quota}>
      <span>
        {quota.ref} {quota.metric} · {quota.to.name}
      </span>
      <span className={classes.sum}>
        {rangeOf({ min: quota.sumMin, max: quota.sumMax }, language)} {quota.unit}
      </span>
      <span className={classes.quiet}>
        {quota.parts.map((part) => `${part.from.name}: ${rangeOf(part, language)}`).join(' + ')}
      </span>
      <span className={classes.quiet}>{t('counted', { count: formatNumber(quota.counted, language) })}</span>
    </li>
  );
}
