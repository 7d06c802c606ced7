import { InstancePageList } from '@phancong/contracts';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';
import type { InboxFilter } from '../../../lib/query-keys.js';

const pageSize = 100;

export function getInbox(filter: InboxFilter, after: string | null): Promise<InstancePageList> {
  return callApi({
    path: '/inbox',
    query: { ...filter, after: after ?? undefined, limit: pageSize },
    answer: InstancePageList,
  });
}

export function getInboxQueryOptions(filter: InboxFilter) {
  return infiniteQueryOptions({
    queryKey: queryKeys.inbox.list(filter),
    queryFn: ({ pageParam }) => getInbox(filter, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
}

/** The unit's work by nearest deadline, page after page. */
export function useInbox(filter: InboxFilter) {
  return useInfiniteQuery(getInboxQueryOptions(filter));
}
