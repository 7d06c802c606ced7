import { BulkMoveAnswer } from '@phancong/contracts';
import type { BulkMoveRequest } from '@phancong/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { callApi } from '../../lib/api-client.js';
import { queryKeys } from '../../lib/query-keys.js';

/** The most lines that one request takes. */
export const bulkLimit = 500;

export function makeBulkMove(body: BulkMoveRequest): Promise<BulkMoveAnswer> {
  return callApi({ method: 'POST', path: '/moves', body, answer: BulkMoveAnswer });
}

export function useBulkMove() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: makeBulkMove,
    onSuccess: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: queryKeys.inbox.all }),
        queryClient.invalidateQueries({ queryKey: queryKeys.instances.all }),
        queryClient.invalidateQueries({ queryKey: queryKeys.plans.all }),
      ]),
  });
}
