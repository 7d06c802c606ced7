import { FlowCheck } from '@phancong/contracts';
import type { FlowDocument } from '@phancong/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

/** Faults and drawing of what is being typed; the last ones stay until the new ones are there. */
export function useFlowCheck(document: FlowDocument, enabled: boolean) {
  return useQuery({
    queryKey: queryKeys.ownFlows.check(document),
    queryFn: ({ signal }) =>
      callApi({ method: 'POST', path: '/own-flows/checks', body: { document }, answer: FlowCheck, signal }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 60_000,
    enabled,
  });
}
