import { useIsMutating } from '@tanstack/react-query';

/** One key for what a person changes in the review of a plan. */
export const ownChanges = (planId: string) => ['review', planId];

/** Whether own changes are still under way: not yet durable, or the version that they led to not yet read. */
export function useChangesUnderWay(planId: string): boolean {
  return useIsMutating({ mutationKey: ownChanges(planId) }) > 0;
}
