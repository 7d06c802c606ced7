import type { PlanLine } from '@phancong/contracts';
import { Link } from '@tanstack/react-router';

import { CountLinks } from '../../../components/plan/count-links.js';
import { CountsBar } from '../../../components/ui/counts-bar.js';
import { StateBadge } from '../../../components/work/state-badge.js';
import { paths } from '../../../config/paths.js';
import { useLanguage } from '../../../lib/i18n/i18n.js';
import { formatNumber } from '../../../lib/numbers.js';
import { usePlansWords } from '../plans-words.js';
import classes from './plans-page.module.css';

/** A plan in the list: what it is, where it stands, how far it is. A plan under review opens there. */
export function PlanCard({ plan }: { plan: PlanLine }) {
  const t = usePlansWords();
  const language = useLanguage();
  const { counts } = plan;
  return (
    <article className={classes.card}>
      <div className={classes.words}>
        <h2 className={classes.title}>
          <Link to={paths.plan} params={{ planId: plan.id }}>
            {plan.title}
          </Link>
        </h2>
        <p className={classes.facts}>
          <span>{t('year', { year: plan.year })}</span>
          {plan.number && <span>{plan.number}</span>}
          <span>{plan.ownerUnitName}</span>
          <span>{t('rows', { count: formatNumber(plan.itemCount, language) })}</span>
          {plan.openDoubts > 0 && <strong>{t('doubts', { count: plan.openDoubts })}</strong>}
        </p>
        <StateBadge flow="plan" state={plan.state} />
      </div>
      <div className={classes.progress}>
        {counts.total === 0 ? (
          <span className={classes.quiet}>{t('notWorkYet')}</span>
        ) : (
          <>
            <Link to={paths.work} search={{ flow: 'task', planId: plan.id }} className={classes.total}>
              {t('tasks', { count: formatNumber(counts.total, language) })}
            </Link>
            <CountsBar counts={counts} />
            <CountLinks counts={counts} search={{ flow: 'task', planId: plan.id }} about={plan.title} />
          </>
        )}
      </div>
    </article>
  );
}
