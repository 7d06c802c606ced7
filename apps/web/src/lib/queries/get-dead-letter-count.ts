import { DeadLetterPage } from '@phancong/contracts';
import { useQuery } from '@tanstack/react-query';

import { callApi } from '../api-client.js';
import { queryKeys } from '../query-keys.js';

/** How much could not be sent and waits for an administrator; asked for him alone. */
export function useDeadLetterCount(enabled: boolean) {
  return useQuery({
    queryKey: queryKeys.deliveries.deadCount,
    queryFn: async ({ signal }): Promise<number> =>
      (await callApi({ path: '/dead-letters', query: { limit: '1' }, answer: DeadLetterPage, signal })).total,
    enabled,
  });
}
