import { NoticesOfBundle, type NoticeBundle } from '@phancong/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

type BundleKey = Pick<NoticeBundle, 'onDay' | 'template'>;

export function getNoticesOfBundle(key: BundleKey, after: string | null): Promise<NoticesOfBundle> {
  const { onDay, template } = key;
  return callApi({
    path: '/notices/bundle',
    query: { onDay, template, after: after ?? undefined, limit: 50 },
    answer: NoticesOfBundle,
  });
}

/** The notices behind one line of the list, page after page. */
export function useNoticesOfBundle({ onDay, template }: BundleKey) {
  return useInfiniteQuery({
    queryKey: queryKeys.notices.bundle(onDay, template),
    queryFn: ({ pageParam }) => getNoticesOfBundle({ onDay, template }, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
}
