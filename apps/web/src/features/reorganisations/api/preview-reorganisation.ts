import { ReorganisationPreview } from '@phancong/contracts';
import type { IsoDate, PassageDecision } from '@phancong/contracts';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

export function previewReorganisation(on: IsoDate, decisions: PassageDecision[]): Promise<ReorganisationPreview> {
  return callApi({
    method: 'POST',
    path: `/reorganisations/${on}/preview`,
    body: { decisions },
    answer: ReorganisationPreview,
  });
}

export function previewReorganisationQueryOptions(on: IsoDate, decisions: PassageDecision[]) {
  return queryOptions({
    queryKey: queryKeys.reorganisations.preview(on, decisions),
    queryFn: () => previewReorganisation(on, decisions),
    placeholderData: keepPreviousData,
  });
}

/** Looks again whenever another decision is made; what was seen before stays until the answer is there. */
export function useReorganisationPreview(on: IsoDate, decisions: PassageDecision[]) {
  return useQuery(previewReorganisationQueryOptions(on, decisions));
}
