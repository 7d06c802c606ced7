import { PlanAmendmentPage } from '@phancong/contracts';
import type { ApplyAmendment, DiscardAmendment } from '@phancong/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

type Settlement = { kind: 'apply'; body: ApplyAmendment } | { kind: 'discard'; body: DiscardAmendment };

export function settleAmendment(
  planId: string,
  amendmentId: string,
  { kind, body }: Settlement,
): Promise<PlanAmendmentPage> {
  const path = `/plans/${planId}/amendments/${amendmentId}/${kind}`;
  return callApi({ method: 'POST', path, body, answer: PlanAmendmentPage });
}

/** Applying touches work everywhere; what was refused is drawn anew, since the plan moved meanwhile. */
export function useSettleAmendment(planId: string, amendmentId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (settlement: Settlement) => settleAmendment(planId, amendmentId, settlement),
    onSettled: () =>
      Promise.all(
        [queryKeys.plans.all, queryKeys.instances.all, queryKeys.inbox.all].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      ),
  });
}
