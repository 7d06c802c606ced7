import { useDocumentTitle } from '@mantine/hooks';
import type { PlanPage } from '@phancong/contracts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

import { paths } from '../../config/paths.js';
import { formatDay } from '../../lib/dates.js';
import { useLanguage } from '../../lib/i18n/i18n.js';
import { usePlan } from '../../lib/queries/get-plan.js';
import { useSession } from '../../lib/queries/get-session.js';
import { PageHeader } from '../ui/page-header.js';
import { ErrorState, LoadingRows } from '../ui/states.js';
import { StateBadge } from '../work/state-badge.js';
import classes from './plan-frame.module.css';
import { usePlanWords } from './plan-words.js';

const beforeWork = new Set(['draft', 'inReview', 'approved']);

interface PlanFrameProps {
  planId: string;
  children: (plan: PlanPage) => ReactNode;
}

/** Title, facts and views of one plan, around each of its screens. */
export function PlanFrame({ planId, children }: PlanFrameProps) {
  const t = usePlanWords();
  const plan = usePlan(planId);
  useDocumentTitle(`${plan.data?.title ?? t('plans')} · Phân Công`);
  if (plan.isPending) return <LoadingRows rows={7} height={60} />;
  if (!plan.data) return <ErrorState error={plan.error} onRetry={() => void plan.refetch()} />;
  return (
    <>
      <PlanHeader plan={plan.data} />
      <PlanTabs plan={plan.data} />
      {children(plan.data)}
    </>
  );
}

function PlanHeader({ plan }: { plan: PlanPage }) {
  const t = usePlanWords();
  const language = useLanguage();
  return (
    <PageHeader
      above={<Link to={paths.plans}>{t('plans')}</Link>}
      title={plan.title}
      below={
        <span className={classes.facts}>
          <StateBadge flow="plan" state={plan.state} />
          <span>{t('facts', { count: plan.itemCount, unit: plan.ownerUnitName })}</span>
          {plan.registryDate && <span>{t('asOf', { day: formatDay(plan.registryDate, language) })}</span>}
        </span>
      }
    />
  );
}

function PlanTabs({ plan }: { plan: PlanPage }) {
  const t = usePlanWords();
  const { actor } = useSession();
  const owns = plan.ownerUnitId === actor.unitId;
  const params = { planId: plan.id };
  const tab = (to: string, word: Parameters<typeof t>[0]) => (
    <Link
      key={to}
      {...({ to, params } as { to: typeof paths.planMatrix; params: { planId: string } })}
      activeOptions={{ exact: true, includeSearch: false }}
      className={classes.tab}
    >
      {t(word)}
    </Link>
  );
  return (
    <nav className={classes.tabs} aria-label={t('tabs')}>
      {tab(paths.plan, 'table')}
      {!beforeWork.has(plan.state) && tab(paths.planMatrix, 'matrix')}
      {tab(paths.planTimeline, 'timeline')}
      {!beforeWork.has(plan.state) && tab(paths.planBudgets, 'budgets')}
      {owns && tab(paths.planReview, 'review')}
      {owns && !beforeWork.has(plan.state) && tab(paths.planAmendments, 'amendments')}
      {owns && plan.state === 'approved' && tab(paths.planActivation, 'activation')}
    </nav>
  );
}
