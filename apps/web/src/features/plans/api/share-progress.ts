import { useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

/** Lets the units of a plan see how far each other's tasks are, or stops it. */
export function useShareProgress(planId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (shared: boolean) =>
      callApi({ method: 'PUT', path: `/plans/${planId}/progress-sharing`, body: { shared }, answer: z.unknown() }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.plans.of(planId) }),
  });
}
