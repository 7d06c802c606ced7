import { RehearsalAnswer } from '@phancong/contracts';
import type { FlowDocument, RehearsalStep } from '@phancong/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

interface Rehearsed {
  document: FlowDocument;
  startsOn: string;
  dueOn: string | null;
  steps: readonly RehearsalStep[];
}

/** Plays all steps from the beginning: what was changed in the table is played at once. */
export function useRehearsal(asked: Rehearsed) {
  return useQuery({
    queryKey: queryKeys.ownFlows.rehearsal(asked),
    queryFn: ({ signal }) =>
      callApi({ method: 'POST', path: '/own-flows/rehearsals', body: asked, answer: RehearsalAnswer, signal }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 60_000,
    retry: false,
  });
}
