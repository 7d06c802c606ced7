import { PlanList } from '@phancong/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';

import { callApi } from '../api-client.js';
import { queryKeys } from '../query-keys.js';

export function getPlans(): Promise<PlanList> {
  return callApi({ path: '/plans', answer: PlanList });
}

export function getPlansQueryOptions() {
  return queryOptions({ queryKey: queryKeys.plans.list, queryFn: getPlans });
}

export function usePlans() {
  return useQuery(getPlansQueryOptions());
}
