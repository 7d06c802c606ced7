import { PlanEdit, PlanNames, PlanReview, ReviewItem } from '@phancong/contracts';
import type { AddItem, EditDocument, SetPlanMembers } from '@phancong/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { ownChanges } from './own-changes.js';

/** A row as the person sees it: changing another version of it is refused. */
interface SeenRow {
  id: string;
  version: number;
}

/** Steps of a review that change more than one field of one row. */
export type ReviewStep =
  | { kind: 'add'; body: AddItem }
  | { kind: 'remove'; row: SeenRow }
  | { kind: 'split'; row: SeenRow; textFrom: number }
  | { kind: 'merge'; row: SeenRow; other: SeenRow }
  | { kind: 'document'; body: EditDocument }
  | { kind: 'members'; body: SetPlanMembers }
  | { kind: 'undo' }
  | { kind: 'redo' };

async function makeStep(
  planId: string,
  step: ReviewStep,
): Promise<ReviewItem | PlanEdit | PlanReview | PlanNames | null> {
  const base = `/plans/${planId}`;
  switch (step.kind) {
    case 'add':
      return callApi({ method: 'POST', path: `${base}/items`, body: step.body, answer: ReviewItem });
    case 'remove':
      await callApi({
        method: 'DELETE',
        path: `${base}/items/${step.row.id}`,
        query: { expectedVersion: step.row.version },
        answer: z.unknown(),
      });
      return null;
    case 'split': {
      const body = { expectedVersion: step.row.version, textFrom: step.textFrom };
      return callApi({ method: 'POST', path: `${base}/items/${step.row.id}/split`, body, answer: ReviewItem });
    }
    case 'merge': {
      const { row, other } = step;
      const body = { expectedVersion: row.version, otherItemId: other.id, otherVersion: other.version };
      return callApi({ method: 'POST', path: `${base}/items/${row.id}/merge`, body, answer: ReviewItem });
    }
    case 'document':
      return callApi({ method: 'PATCH', path: `${base}/document`, body: step.body, answer: PlanReview });
    case 'members':
      return callApi({ method: 'PUT', path: `${base}/names`, body: step.body, answer: PlanNames });
    case 'undo':
    case 'redo':
      return callApi({ method: 'POST', path: `${base}/edits/${step.kind}`, body: {}, answer: PlanEdit });
  }
}

/** Makes one step; what it changed, and what others changed meanwhile, is asked for anew either way. */
export function useMakeStep(planId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationKey: ownChanges(planId),
    mutationFn: (step: ReviewStep) => makeStep(planId, step),
    onSettled: () => queryClient.invalidateQueries({ queryKey: queryKeys.plans.of(planId) }),
  });
}
