import { BudgetSummary } from '@phancong/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

export function getBudgetSummary(planId: string): Promise<BudgetSummary> {
  return callApi({ path: '/budgets', query: { planId }, answer: BudgetSummary });
}

export function getBudgetSummaryQueryOptions(planId: string) {
  return queryOptions({ queryKey: queryKeys.budgets.summary(planId), queryFn: () => getBudgetSummary(planId) });
}

export function useBudgetSummary(planId: string) {
  return useQuery(getBudgetSummaryQueryOptions(planId));
}
