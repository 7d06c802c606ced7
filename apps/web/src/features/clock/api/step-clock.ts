import { ClockStepped } from '@phancong/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';

export function stepClock(days: number): Promise<ClockStepped> {
  return callApi({ method: 'POST', path: '/clock/step', body: { days }, answer: ClockStepped });
}

/** A new day may move every deadline on every screen, so everything is asked for again. */
export function useStepClock() {
  const queryClient = useQueryClient();
  return useMutation({ mutationFn: stepClock, onSuccess: () => queryClient.invalidateQueries() });
}
