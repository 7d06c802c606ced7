import { MoveAnswer } from '@phancong/contracts';
import type { MoveRequest } from '@phancong/contracts';
import { useMutation } from '@tanstack/react-query';

import { callApi } from '../../lib/api-client.js';
import { useRefreshAfterMove } from '../../lib/queries/after-move.js';

export function makeMove(id: string, body: MoveRequest): Promise<MoveAnswer> {
  return callApi({ method: 'POST', path: `/instances/${id}/moves`, body, answer: MoveAnswer });
}

/** A stale version, too, changes what is on screen: the newer state is asked for either way. */
export function useMakeMove(id: string) {
  const refresh = useRefreshAfterMove();
  return useMutation({ mutationFn: (body: MoveRequest) => makeMove(id, body), onSettled: refresh });
}
