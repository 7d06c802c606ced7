import { OwnFlow, OwnFlows } from '@phancong/contracts';
import { useQuery } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

export function useOwnFlows() {
  return useQuery({
    queryKey: queryKeys.ownFlows.list,
    queryFn: () => callApi({ path: '/own-flows', answer: OwnFlows }),
  });
}

/** One flow as it was saved last; looked at again only after a change, so that nothing moves under whoever edits it. */
export function useOneOwnFlow(id: string) {
  return useQuery({
    queryKey: queryKeys.ownFlows.one(id),
    queryFn: () => callApi({ path: `/own-flows/${id}`, answer: OwnFlow }),
    refetchOnWindowFocus: false,
  });
}
