import { ActivationAnswer } from '@phancong/contracts';
import type { ActivateRequest } from '@phancong/contracts';
import { useMutation } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { useRefreshAfterMove } from '../../../lib/queries/after-move.js';

export function activatePlan(planId: string, body: ActivateRequest): Promise<ActivationAnswer> {
  return callApi({ method: 'POST', path: `/plans/${planId}/activation`, body, answer: ActivationAnswer });
}

/** The client repeats under one idempotency key, and the server activates a plan once whoever asks. */
export function useActivatePlan(planId: string) {
  const refresh = useRefreshAfterMove();
  return useMutation({ mutationFn: (body: ActivateRequest) => activatePlan(planId, body), onSettled: refresh });
}
