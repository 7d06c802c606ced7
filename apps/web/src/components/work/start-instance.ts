import { MoveAnswer } from '@phancong/contracts';
import type { StartRequest } from '@phancong/contracts';
import { useMutation } from '@tanstack/react-query';

import { callApi } from '../../lib/api-client.js';
import { useRefreshAfterMove } from '../../lib/queries/after-move.js';

export function startInstance(body: StartRequest): Promise<MoveAnswer> {
  return callApi({ method: 'POST', path: '/instances', body, answer: MoveAnswer });
}

export function useStartInstance() {
  const refresh = useRefreshAfterMove();
  return useMutation({ mutationFn: startInstance, onSettled: refresh });
}
