import { InstancePageList } from '@phancong/contracts';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';

import { callApi } from '../api-client.js';
import { queryKeys } from '../query-keys.js';
import type { InstancesFilter } from '../query-keys.js';

const pageSize = 100;

export function getInstances(filter: InstancesFilter, after: string | null): Promise<InstancePageList> {
  return callApi({
    path: '/instances',
    query: { ...filter, after: after ?? undefined, limit: pageSize },
    answer: InstancePageList,
  });
}

/** Any list of work by its filters, page after page; what every number on screen opens to. */
export function getInstancesQueryOptions(filter: InstancesFilter) {
  return infiniteQueryOptions({
    queryKey: queryKeys.instances.list(filter),
    queryFn: ({ pageParam }) => getInstances(filter, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
}

export function useInstances(filter: InstancesFilter) {
  return useInfiniteQuery(getInstancesQueryOptions(filter));
}
