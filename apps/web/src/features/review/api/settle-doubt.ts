import { ReviewDoubt } from '@phancong/contracts';
import type { PlanReview, SettleDoubt } from '@phancong/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

export type Answer = SettleDoubt['answer'];

export function settleDoubt(planId: string, doubtId: string, answer: Answer): Promise<ReviewDoubt> {
  return callApi({
    method: 'POST',
    path: `/plans/${planId}/doubts/${doubtId}/settle`,
    body: { answer },
    answer: ReviewDoubt,
  });
}

/**
 * Settles one doubt or several after each other. What came back is on screen at once, so that the next key press is about
 * the next doubt; the rest of the review (other doubts about the same name, the row) is asked for anew.
 */
export function useSettleDoubts(planId: string) {
  const queryClient = useQueryClient();
  const queryKey = queryKeys.plans.review(planId);
  const put = (settled: ReviewDoubt) =>
    queryClient.setQueryData<PlanReview>(
      queryKey,
      (before) =>
        before && { ...before, doubts: before.doubts.map((doubt) => (doubt.id === settled.id ? settled : doubt)) },
    );
  return useMutation({
    mutationFn: async ({ doubtIds, answer }: { doubtIds: readonly string[]; answer: Answer }) => {
      for (const doubtId of doubtIds) put(await settleDoubt(planId, doubtId, answer));
    },
    // Not waited for: the key for the next doubt would be lost meanwhile.
    onSettled: () => void queryClient.invalidateQueries({ queryKey: queryKeys.plans.of(planId) }),
  });
}
