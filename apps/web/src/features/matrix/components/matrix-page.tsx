import type { PlanPage } from '@phancong/contracts';
import { IconGridDots } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';

import { PlanFrame } from '../../../components/plan/plan-frame.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/ui/states.js';
import { usePlanMatrix } from '../api/get-plan-matrix.js';
import { joinPages } from '../join-pages.js';
import { useMatrixWords } from '../matrix-words.js';
import { MatrixGrid } from './matrix-grid.js';

/** Units by rows of the plan, seen at a glance. */
export function MatrixPage() {
  const { planId } = useParams({ from: '/signed-in/ke-hoach/$planId/ma-tran' });
  return <PlanFrame planId={planId}>{(plan) => <Matrix plan={plan} />}</PlanFrame>;
}

function Matrix({ plan }: { plan: PlanPage }) {
  const t = useMatrixWords();
  const matrix = usePlanMatrix(plan.id);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = matrix;
  const joined = useMemo(() => joinPages(matrix.data?.pages ?? []), [matrix.data]);
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  if (matrix.isPending) return <LoadingRows rows={10} height={32} />;
  if (!matrix.data) return <ErrorState error={matrix.error} onRetry={() => void matrix.refetch()} />;
  if (joined.units.length === 0) {
    return <EmptyState icon={<IconGridDots size={30} stroke={1.4} />} title={t('empty')} hint={t('emptyHint')} />;
  }
  return <MatrixGrid planId={plan.id} {...joined} />;
}
