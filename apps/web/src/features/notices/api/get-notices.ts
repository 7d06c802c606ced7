import { NoticeList } from '@phancong/contracts';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

export function getNotices(after: string | null): Promise<NoticeList> {
  return callApi({ path: '/notices', query: { after: after ?? undefined, limit: 50 }, answer: NoticeList });
}

export function getNoticesQueryOptions() {
  return infiniteQueryOptions({
    queryKey: queryKeys.notices.list,
    queryFn: ({ pageParam }) => getNotices(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
}

export function useNotices() {
  return useInfiniteQuery(getNoticesQueryOptions());
}

/** The number on the bell. */
export function useUnreadCount(): number {
  return useNotices().data?.pages[0]?.unread ?? 0;
}
