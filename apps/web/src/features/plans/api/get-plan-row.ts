import { PlanRowPage } from '@phancong/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

export function getPlanRow(planId: string, itemId: string): Promise<PlanRowPage> {
  return callApi({ path: `/plans/${planId}/rows/${itemId}`, answer: PlanRowPage });
}

export function getPlanRowQueryOptions(planId: string, itemId: string) {
  return queryOptions({
    queryKey: queryKeys.plans.row(planId, itemId),
    queryFn: () => getPlanRow(planId, itemId),
  });
}

export function usePlanRow(planId: string, itemId: string) {
  return useQuery(getPlanRowQueryOptions(planId, itemId));
}
