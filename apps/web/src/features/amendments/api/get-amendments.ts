import { PlanAmendments } from '@phancong/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

export function getAmendments(planId: string): Promise<PlanAmendments> {
  return callApi({ path: `/plans/${planId}/amendments`, answer: PlanAmendments });
}

export function getAmendmentsQueryOptions(planId: string) {
  return queryOptions({ queryKey: queryKeys.plans.amendments(planId), queryFn: () => getAmendments(planId) });
}

export function useAmendments(planId: string) {
  return useQuery(getAmendmentsQueryOptions(planId));
}
