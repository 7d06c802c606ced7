import { InstancePage } from '@phancong/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

export function getInstance(id: string): Promise<InstancePage> {
  return callApi({ path: `/instances/${id}`, answer: InstancePage });
}

export function getInstanceQueryOptions(id: string) {
  return queryOptions({ queryKey: queryKeys.instances.page(id), queryFn: () => getInstance(id) });
}

export function useInstance(id: string) {
  return useQuery(getInstanceQueryOptions(id));
}
