import { ReviewItem } from '@phancong/contracts';
import type { EditItem, PlanReview } from '@phancong/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { ownChanges } from './own-changes.js';

export function editItem(planId: string, itemId: string, body: EditItem): Promise<ReviewItem> {
  return callApi({ method: 'PATCH', path: `/plans/${planId}/items/${itemId}`, body, answer: ReviewItem });
}

/** A stale version, too, changes what is on screen: the row is asked for anew either way. */
export function useEditItem(planId: string, itemId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationKey: ownChanges(planId),
    mutationFn: (body: EditItem) => editItem(planId, itemId, body),
    onSuccess: (saved) =>
      queryClient.setQueryData<PlanReview>(
        queryKeys.plans.review(planId),
        (before) => before && { ...before, items: before.items.map((item) => (item.id === saved.id ? saved : item)) },
      ),
    onSettled: () => queryClient.invalidateQueries({ queryKey: queryKeys.plans.of(planId) }),
  });
}
