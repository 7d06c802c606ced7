import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { CountsBar } from '../../../components/ui/counts-bar.js';
import { StatLink } from '../../../components/ui/stat-link.js';
import { paths } from '../../../config/paths.js';
import type { HomeSearch } from '../../../config/paths.js';
import { useGlossary } from '../../../lib/i18n/glossary.js';
import { useLanguage } from '../../../lib/i18n/i18n.js';
import { formatNumber, formatRate } from '../../../lib/numbers.js';
import { useInboxSummary } from '../api/get-inbox-summary.js';
import { useInboxWords } from '../inbox-words.js';
import classes from './summary-numbers.module.css';

const boxes = ['doneOnTime', 'doneLate', 'openInTime', 'openOverdue', 'standing'] as const;

/** The numbers on top; each leads to the very lines it counts. */
export function SummaryNumbers({ search }: { search: HomeSearch }) {
  const t = useInboxWords();
  const glossary = useGlossary();
  const language = useLanguage();
  const { data } = useInboxSummary();
  if (!data) return <Skeleton height={132} mb="md" />;
  const show = (value: number) => formatNumber(value, language);
  const plain = !search.scope && !search.only && !search.flow;

  return (
    <section aria-label={t('numbers')} className={classes.numbers}>
      <div className={classes.stats}>
        <StatLink
          tone="blue"
          label={t('mine')}
          value={show(data.mine)}
          hint={t('mineHint')}
          to={paths.home}
          current={plain}
        />
        <StatLink
          tone={data.mineOverdue > 0 ? 'red' : 'grey'}
          label={t('overdue')}
          value={show(data.mineOverdue)}
          to={paths.home}
          search={{ only: 'overdue' }}
          current={search.only === 'overdue'}
        />
        <StatLink
          tone={data.mineDueSoon > 0 ? 'amber' : 'grey'}
          label={t('dueSoon')}
          hint={t('dueSoonHint')}
          value={show(data.mineDueSoon)}
          to={paths.home}
          search={{ only: 'dueSoon' }}
          current={search.only === 'dueSoon'}
        />
        <StatLink
          tone={data.toAcknowledge > 0 ? 'violet' : 'grey'}
          label={t('toAcknowledge')}
          value={show(data.toAcknowledge)}
          to={paths.home}
          search={{ only: 'toAcknowledge' }}
          current={search.only === 'toAcknowledge'}
        />
        <StatLink
          label={t('waiting')}
          value={show(data.waiting)}
          to={paths.home}
          search={{ scope: 'waiting' }}
          current={search.scope === 'waiting'}
        />
      </div>
      <div className={classes.tasks}>
        <span>
          <Link to={paths.work} search={{ flow: 'task' }} className={classes.total}>
            {t('tasksOfUnit')}: <strong>{show(data.tasks.total)}</strong>
          </Link>
          {data.onTimeRate !== null && (
            <span className={classes.rate}> · {t('onTimeRate', { rate: formatRate(data.onTimeRate, language) })}</span>
          )}
        </span>
        <CountsBar counts={data.tasks} />
        <span className={classes.boxes}>
          {boxes
            .filter((box) => data.tasks[box] > 0)
            .map((box) => (
              <Link
                key={box}
                to={paths.work}
                search={{ flow: 'task', timeliness: box }}
                className={classes.box}
                data-box={box}
              >
                {glossary(box)} <strong>{show(data.tasks[box])}</strong>
              </Link>
            ))}
        </span>
      </div>
    </section>
  );
}
