import { PlanReview } from '@phancong/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

export function getReview(planId: string): Promise<PlanReview> {
  return callApi({ path: `/plans/${planId}/review`, answer: PlanReview });
}

export function getReviewQueryOptions(planId: string) {
  return queryOptions({ queryKey: queryKeys.plans.review(planId), queryFn: () => getReview(planId) });
}

export function useReview(planId: string) {
  return useQuery(getReviewQueryOptions(planId));
}
