import { BudgetPage } from '@phancong/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

export function getBudget(id: string): Promise<BudgetPage> {
  return callApi({ path: `/budgets/${id}`, answer: BudgetPage });
}

export function getBudgetQueryOptions(id: string) {
  return queryOptions({ queryKey: queryKeys.budgets.page(id), queryFn: () => getBudget(id) });
}

export function useBudget(id: string) {
  return useQuery(getBudgetQueryOptions(id));
}
