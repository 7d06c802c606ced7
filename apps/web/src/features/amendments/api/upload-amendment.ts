import { PlanAmendmentPage } from '@phancong/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

export function uploadAmendment(planId: string, file: File): Promise<PlanAmendmentPage> {
  const form = new FormData();
  form.append('file', file);
  return callApi({ method: 'POST', path: `/plans/${planId}/amendments`, form, answer: PlanAmendmentPage });
}

export function useUploadAmendment(planId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => uploadAmendment(planId, file),
    onSuccess: (page) => {
      queryClient.setQueryData(queryKeys.plans.amendment(planId, page.id), page);
      return queryClient.invalidateQueries({ queryKey: queryKeys.plans.amendments(planId) });
    },
  });
}
