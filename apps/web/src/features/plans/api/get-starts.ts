import { StartOffers } from '@phancong/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

function getStarts(planId: string): Promise<StartOffers> {
  return callApi({ path: `/instances/${planId}/starts`, answer: StartOffers });
}

function getStartsQueryOptions(planId: string) {
  return queryOptions({ queryKey: queryKeys.instances.starts(planId), queryFn: () => getStarts(planId) });
}

/** What the reader's unit may open on the plan: a question, a periodic report, harmful information. */
export function useStarts(planId: string) {
  return useQuery(getStartsQueryOptions(planId));
}
