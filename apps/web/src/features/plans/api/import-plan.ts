import { PlanImported } from '@phancong/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

export function importPlan(file: File): Promise<PlanImported> {
  const form = new FormData();
  form.append('file', file);
  return callApi({ method: 'POST', path: '/plans/import', form, answer: PlanImported });
}

export function useImportPlan() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: importPlan,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.plans.lists }),
  });
}
