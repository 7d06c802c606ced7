import { PlanNames } from '@phancong/contracts';
import type { IsoDate } from '@phancong/contracts';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';

import { callApi } from '../api-client.js';
import { queryKeys } from '../query-keys.js';

export function getPlanNames(planId: string, day: IsoDate): Promise<PlanNames> {
  return callApi({ path: `/plans/${planId}/names`, query: { day }, answer: PlanNames });
}

export function getPlanNamesQueryOptions(planId: string, day: IsoDate) {
  return queryOptions({
    queryKey: queryKeys.plans.names(planId, day),
    queryFn: () => getPlanNames(planId, day),
    placeholderData: keepPreviousData,
  });
}

export function usePlanNames(planId: string, day: IsoDate) {
  return useQuery(getPlanNamesQueryOptions(planId, day));
}
