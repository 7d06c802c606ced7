import { InboxSummary } from '@phancong/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

export function getInboxSummary(): Promise<InboxSummary> {
  return callApi({ path: '/inbox/summary', answer: InboxSummary });
}

export function getInboxSummaryQueryOptions() {
  return queryOptions({ queryKey: queryKeys.inbox.summary, queryFn: getInboxSummary });
}

export function useInboxSummary() {
  return useQuery(getInboxSummaryQueryOptions());
}
