import { Alert, Button } from '@mantine/core';
import type { PlanPage } from '@phancong/contracts';
import { IconDownload } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';

import { PlanFrame } from '../../../components/plan/plan-frame.js';
import { usePlanWords } from '../../../components/plan/plan-words.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/ui/states.js';
import { paths } from '../../../config/paths.js';
import { useSession } from '../../../lib/queries/get-session.js';
import { usePlanRows } from '../api/get-plan-rows.js';
import { usePlansWords } from '../plans-words.js';
import { PlanNumbers } from './plan-numbers.js';
import { PlanStarts } from './plan-starts.js';
import { ProgressSharing } from './progress-sharing.js';
import { PlanTable } from './plan-table.js';

/** The official table, alive. */
export function PlanTablePage() {
  const { planId } = useParams({ from: '/signed-in/ke-hoach/$planId' });
  return <PlanFrame planId={planId}>{(plan) => <Table plan={plan} />}</PlanFrame>;
}

function Table({ plan }: { plan: PlanPage }) {
  const t = usePlansWords();
  const rows = usePlanRows(plan.id);
  const { fetchNextPage } = rows;
  const loadMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const lines = useMemo(() => rows.data?.pages.flatMap((page) => page.items) ?? [], [rows.data]);
  if (rows.isPending) return <LoadingRows rows={8} height={72} />;
  if (!rows.data) return <ErrorState error={rows.error} onRetry={() => void rows.refetch()} />;
  return (
    <>
      {plan.counts.total > 0 ? <PlanNumbers plan={plan} /> : <NotWorkYet plan={plan} />}
      <ProgressSharing plan={plan} />
      {lines.length > 0 && (
        <Button
          component="a"
          href={`/api/plans/${plan.id}/workbook`}
          variant="subtle"
          size="compact-sm"
          mb={6}
          leftSection={<IconDownload size={15} />}
        >
          {t('workbook')}
        </Button>
      )}
      {lines.length === 0 ? (
        <EmptyState title={t('emptyTable')} />
      ) : (
        <PlanTable
          plan={plan}
          rows={lines}
          hasMore={rows.hasNextPage}
          loadingMore={rows.isFetchingNextPage}
          onMore={loadMore}
        />
      )}
      {plan.state === 'active' && <PlanStarts plan={plan} />}
    </>
  );
}

/** What has to happen before the table comes alive, and the way there. */
function NotWorkYet({ plan }: { plan: PlanPage }) {
  const t = usePlanWords();
  const { actor } = useSession();
  const owns = plan.ownerUnitId === actor.unitId;
  const open = plan.state === 'draft' || plan.state === 'inReview';
  if (!open && plan.state !== 'approved') return null;
  const hint = open
    ? plan.openDoubts > 0
      ? t('draftHint', { count: plan.openDoubts })
      : t('reviewHint')
    : t('approvedHint');
  return (
    <Alert color="amber" mb="md">
      {hint}{' '}
      {owns && (
        <Link to={open ? paths.planReview : paths.planActivation} params={{ planId: plan.id }}>
          {t(open ? 'openReview' : 'openActivation')}
        </Link>
      )}
    </Alert>
  );
}
