import { BulkMoveAnswer } from '@phancong/contracts';
import type { BulkMoveRequest } from '@phancong/contracts';
import { useMutation } from '@tanstack/react-query';

import { callApi } from '../../lib/api-client.js';
import { useRefreshAfterMove } from '../../lib/queries/after-move.js';

/** The most lines that one request takes. */
export const bulkLimit = 500;

export function makeBulkMove(body: BulkMoveRequest): Promise<BulkMoveAnswer> {
  return callApi({ method: 'POST', path: '/moves', body, answer: BulkMoveAnswer });
}

export function useBulkMove() {
  const refresh = useRefreshAfterMove();
  return useMutation({ mutationFn: makeBulkMove, onSettled: refresh });
}
