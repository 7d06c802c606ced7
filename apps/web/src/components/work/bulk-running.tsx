import { Button, Progress } from '@mantine/core';

import { useLanguage } from '../../lib/i18n/i18n.js';
import { formatNumber } from '../../lib/numbers.js';
import classes from './bulk-bar.module.css';
import type { useBulkMove } from './make-bulk-move.js';
import { useWorkWords } from './work-words.js';

/** How far a move on many lines is; what is not begun yet can still be left. */
export function BulkRunning({ bulkMove }: { bulkMove: ReturnType<typeof useBulkMove> }) {
  const t = useWorkWords();
  const language = useLanguage();
  const { moved = 0, refused = 0, total = 0 } = bulkMove.progress ?? {};
  const share = total === 0 ? 0 : ((moved + refused) / total) * 100;
  return (
    <div className={classes.bar} role="region" aria-label={t('bulkRunning')}>
      <div className={classes.progress}>
        <span role="status">
          {t('bulkProgress', { done: formatNumber(moved + refused, language), total: formatNumber(total, language) })}
          {refused > 0 && ` · ${t('bulkRefused', { count: refused })}`}
        </span>
        <Progress value={share} aria-label={t('bulkRunning')} />
      </div>
      <Button variant="default" loading={bulkMove.isStopping} onClick={bulkMove.stop}>
        {t('bulkStop')}
      </Button>
    </div>
  );
}
