import { PlanRows } from '@phancong/contracts';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

const pageSize = 100;

export function getPlanRows(planId: string, after: string | null): Promise<PlanRows> {
  return callApi({
    path: `/plans/${planId}/rows`,
    query: { after: after ?? undefined, limit: pageSize },
    answer: PlanRows,
  });
}

export function getPlanRowsQueryOptions(planId: string) {
  return infiniteQueryOptions({
    queryKey: queryKeys.plans.rows(planId),
    queryFn: ({ pageParam }) => getPlanRows(planId, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
}

export function usePlanRows(planId: string) {
  return useInfiniteQuery(getPlanRowsQueryOptions(planId));
}
