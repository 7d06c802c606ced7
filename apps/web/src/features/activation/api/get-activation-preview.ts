import { ActivationPreview } from '@phancong/contracts';
import type { IsoDate } from '@phancong/contracts';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

export function getActivationPreview(planId: string, registryDate: IsoDate): Promise<ActivationPreview> {
  return callApi({ path: `/plans/${planId}/activation-preview`, query: { registryDate }, answer: ActivationPreview });
}

export function getActivationPreviewQueryOptions(planId: string, registryDate: IsoDate) {
  return queryOptions({
    queryKey: queryKeys.plans.activation(planId, registryDate),
    queryFn: () => getActivationPreview(planId, registryDate),
    placeholderData: keepPreviousData,
  });
}

export function useActivationPreview(planId: string, registryDate: IsoDate) {
  return useQuery(getActivationPreviewQueryOptions(planId, registryDate));
}
