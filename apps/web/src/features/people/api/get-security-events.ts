import { SecurityEventPageList } from '@phancong/contracts';
import type { SecurityEventKind } from '@phancong/contracts';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

export function useSecurityEvents(filter: { q?: string | undefined; kind?: SecurityEventKind | undefined }) {
  return useInfiniteQuery({
    queryKey: queryKeys.securityEvents(filter),
    queryFn: ({ pageParam, signal }): Promise<SecurityEventPageList> =>
      callApi({
        path: '/security-events',
        query: { ...filter, after: pageParam },
        answer: SecurityEventPageList,
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}
