import { ReviewDoubt } from '@phancong/contracts';
import type { PlanReview, SettleDoubt } from '@phancong/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { ownChanges } from './own-changes.js';

export type Answer = SettleDoubt['answer'];

export function settleDoubt(planId: string, doubtId: string, answer: Answer): Promise<ReviewDoubt> {
  return callApi({
    method: 'POST',
    path: `/plans/${planId}/doubts/${doubtId}/settle`,
    body: { answer },
    answer: ReviewDoubt,
  });
}

interface Given {
  doubtIds: readonly string[];
  answer: Answer;
}

/**
 * Settles doubts one after the other, in the order of the key presses: a key is taken while an answer is still under way.
 * `underWay` counts as answered on screen until the server has said so; what the server refuses comes back as open.
 */
export function useSettleDoubts(planId: string, onRefused: (error: unknown) => void) {
  const queryClient = useQueryClient();
  const queryKey = queryKeys.plans.review(planId);
  const [underWay, setUnderWay] = useState<ReadonlySet<string>>(new Set());
  const put = (settled: ReviewDoubt) =>
    queryClient.setQueryData<PlanReview>(
      queryKey,
      (before) =>
        before && { ...before, doubts: before.doubts.map((doubt) => (doubt.id === settled.id ? settled : doubt)) },
    );
  const take = (doubtIds: readonly string[]) => setUnderWay((before) => new Set([...before, ...doubtIds]));
  const drop = (doubtIds: readonly string[]) =>
    setUnderWay((before) => new Set([...before].filter((id) => !doubtIds.includes(id))));
  const { mutate } = useMutation({
    mutationKey: ownChanges(planId),
    // One at a time: two answers at once would each find the plan at an older version.
    scope: { id: `settle ${planId}` },
    mutationFn: async ({ doubtIds, answer }: Given) => {
      for (const doubtId of doubtIds) put(await settleDoubt(planId, doubtId, answer));
    },
    onError: onRefused,
    onSettled: (_answer, _error, { doubtIds }) => {
      drop(doubtIds);
      const readAnew = queryClient.invalidateQueries({ queryKey: queryKeys.plans.of(planId) });
      // Only the last answer of the line waits for it: the next one goes on at once.
      return queryClient.isMutating({ mutationKey: ownChanges(planId) }) > 1 ? undefined : readAnew;
    },
  });
  const settle = (given: Given) => {
    take(given.doubtIds);
    mutate(given);
  };
  return { settle, underWay };
}
