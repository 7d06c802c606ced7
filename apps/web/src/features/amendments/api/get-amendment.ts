import { PlanAmendmentPage } from '@phancong/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

export function getAmendment(planId: string, amendmentId: string): Promise<PlanAmendmentPage> {
  return callApi({ path: `/plans/${planId}/amendments/${amendmentId}`, answer: PlanAmendmentPage });
}

export function getAmendmentQueryOptions(planId: string, amendmentId: string) {
  return queryOptions({
    queryKey: queryKeys.plans.amendment(planId, amendmentId),
    queryFn: () => getAmendment(planId, amendmentId),
  });
}

export function useAmendment(planId: string, amendmentId: string) {
  return useQuery(getAmendmentQueryOptions(planId, amendmentId));
}
