import { PlanList, type PlansQuery } from '@phancong/contracts';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';

import { callApi } from '../api-client.js';
import { queryKeys } from '../query-keys.js';

/** Filters of the list of plans without its page position. */
export type PlansFilter = Pick<PlansQuery, 'working'>;

export function getPlans(filter: PlansFilter, after: string | null): Promise<PlanList> {
  return callApi({ path: '/plans', query: { ...filter, after: after ?? undefined }, answer: PlanList });
}

export function getPlansQueryOptions(filter: PlansFilter) {
  return infiniteQueryOptions({
    queryKey: queryKeys.plans.list(filter),
    queryFn: ({ pageParam }) => getPlans(filter, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
}

/** Plans that the reader may see, newest first, page after page. */
export function usePlans(filter: PlansFilter = {}) {
  return useInfiniteQuery(getPlansQueryOptions(filter));
}
