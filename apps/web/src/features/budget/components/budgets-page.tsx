import { Select } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { IconCoins } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';

import { PageHeader } from '../../../components/ui/page-header.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/ui/states.js';
import { paths } from '../../../config/paths.js';
import { usePlans } from '../../../lib/queries/get-plans.js';
import { useBudgetWords } from '../budget-words.js';
import { BudgetSummaryPanel } from './budget-summary-panel.js';
import classes from './budget-summary.module.css';

/** Money of one plan by stage; the address holds the plan, the newest one at work is shown first. */
export function BudgetsPage() {
  const t = useBudgetWords();
  const navigate = useNavigate();
  const search = useSearch({ from: '/signed-in/kinh-phi' });
  const plans = usePlans({ working: true });
  const offered = plans.data?.pages.flatMap((page) => page.items) ?? [];
  const planId = search.planId ?? offered[0]?.id;
  useDocumentTitle(`${t('title')} · Phân Công`);
  return (
    <>
      <PageHeader title={t('title')} below={t('hint')} />
      {plans.isPending && <LoadingRows rows={6} height={56} />}
      {plans.isError && !plans.data && <ErrorState error={plans.error} onRetry={() => void plans.refetch()} />}
      {plans.data && !planId && <EmptyState icon={<IconCoins size={30} stroke={1.4} />} title={t('noPlans')} />}
      {offered.length > 1 && (
        <Select
          className={classes.choice ?? ''}
          label={t('plan')}
          allowDeselect={false}
          data={offered.map((plan) => ({ value: plan.id, label: `${plan.title} (${plan.year})` }))}
          value={planId ?? null}
          scrollAreaProps={{ onBottomReached: () => void (plans.hasNextPage && plans.fetchNextPage()) }}
          onChange={(id) => void navigate({ to: paths.budgets, search: { planId: id ?? undefined }, replace: true })}
        />
      )}
      {planId && <BudgetSummaryPanel planId={planId} stage={search.stage} />}
    </>
  );
}
