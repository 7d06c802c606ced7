import { ReorganisationDays } from '@phancong/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

export function getReorganisations(): Promise<ReorganisationDays> {
  return callApi({ path: '/reorganisations', answer: ReorganisationDays });
}

export function getReorganisationsQueryOptions() {
  return queryOptions({ queryKey: queryKeys.reorganisations.days, queryFn: getReorganisations });
}

export function useReorganisations() {
  return useQuery(getReorganisationsQueryOptions());
}
