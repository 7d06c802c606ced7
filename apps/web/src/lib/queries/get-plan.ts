import { PlanPage } from '@phancong/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';

import { callApi } from '../api-client.js';
import { queryKeys } from '../query-keys.js';

export function getPlan(planId: string): Promise<PlanPage> {
  return callApi({ path: `/plans/${planId}`, answer: PlanPage });
}

export function getPlanQueryOptions(planId: string) {
  return queryOptions({ queryKey: queryKeys.plans.page(planId), queryFn: () => getPlan(planId) });
}

export function usePlan(planId: string) {
  return useQuery(getPlanQueryOptions(planId));
}
