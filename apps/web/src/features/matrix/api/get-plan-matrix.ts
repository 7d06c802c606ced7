import { PlanMatrix } from '@phancong/contracts';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

const pageSize = 50;

export function getPlanMatrix(planId: string, after: string | null): Promise<PlanMatrix> {
  return callApi({
    path: `/plans/${planId}/matrix`,
    query: { after: after ?? undefined, limit: pageSize },
    answer: PlanMatrix,
  });
}

export function getPlanMatrixQueryOptions(planId: string) {
  return infiniteQueryOptions({
    queryKey: queryKeys.plans.matrix(planId),
    queryFn: ({ pageParam }) => getPlanMatrix(planId, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
}

export function usePlanMatrix(planId: string) {
  return useInfiniteQuery(getPlanMatrixQueryOptions(planId));
}
