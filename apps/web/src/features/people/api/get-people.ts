import { PersonPageList } from '@phancong/contracts';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

export function usePeople(q: string) {
  return useInfiniteQuery({
    queryKey: queryKeys.people.list({ q }),
    queryFn: ({ pageParam, signal }): Promise<PersonPageList> =>
      callApi({ path: '/people', query: { q, after: pageParam }, answer: PersonPageList, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}
