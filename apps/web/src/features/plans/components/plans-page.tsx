import { Button } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { IconFileText, IconUpload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';

import { LoadMore } from '../../../components/ui/load-more.js';
import { PageHeader } from '../../../components/ui/page-header.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/ui/states.js';
import { paths } from '../../../config/paths.js';
import { usePlans } from '../../../lib/queries/get-plans.js';
import { useSession } from '../../../lib/queries/get-session.js';
import { mayImport } from '../may-import.js';
import { usePlansWords } from '../plans-words.js';
import { PlanCard } from './plan-card.js';
import classes from './plans-page.module.css';

/** The plans that the reader's unit owns or has work in. */
export function PlansPage() {
  const t = usePlansWords();
  const plans = usePlans();
  const items = plans.data?.pages.flatMap((page) => page.items) ?? [];
  const may = mayImport(useSession());
  useDocumentTitle(`${t('title')} · Phân Công`);
  const importButton = may && (
    <Button renderRoot={(props) => <Link {...props} to={paths.planImport} />} leftSection={<IconUpload size={16} />}>
      {t('import')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} below={t('hint')} actions={importButton} />
      {plans.isPending && <LoadingRows rows={3} height={110} />}
      {plans.isError && !plans.data && <ErrorState error={plans.error} onRetry={() => void plans.refetch()} />}
      {plans.data && items.length === 0 && (
        <EmptyState
          icon={<IconFileText size={30} stroke={1.4} />}
          title={t('empty')}
          hint={t(may ? 'emptyMay' : 'emptyMayNot')}
          action={importButton}
        />
      )}
      <ul className={classes.plans}>
        {items.map((plan) => (
          <li key={plan.id}>
            <PlanCard plan={plan} />
          </li>
        ))}
      </ul>
      <LoadMore query={plans} />
    </>
  );
}
