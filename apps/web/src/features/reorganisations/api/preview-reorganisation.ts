import { ReorganisationPreview } from '@phancong/contracts';
import type { IsoDate, PreviewReorganisation } from '@phancong/contracts';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

export function previewReorganisation(on: IsoDate, body: PreviewReorganisation): Promise<ReorganisationPreview> {
  return callApi({
    method: 'POST',
    path: `/reorganisations/${on}/preview`,
    body,
    answer: ReorganisationPreview,
  });
}

export function previewReorganisationQueryOptions(on: IsoDate, body: PreviewReorganisation) {
  return queryOptions({
    queryKey: queryKeys.reorganisations.preview(on, body),
    queryFn: () => previewReorganisation(on, body),
    placeholderData: keepPreviousData,
  });
}

/** Looks again whenever another decision is made; what was seen before stays until the answer is there. */
export function useReorganisationPreview(on: IsoDate, body: PreviewReorganisation) {
  return useQuery(previewReorganisationQueryOptions(on, body));
}
