import { DamagedWork, Quarantine } from '@phancong/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

export function useQuarantine() {
  return useQuery({
    queryKey: queryKeys.quarantine,
    queryFn: () => callApi({ path: '/quarantine', answer: Quarantine }),
  });
}

export function useRepairWork() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: DamagedWork) =>
      callApi({
        method: 'POST',
        path: `/quarantine/${id}/repair`,
        body: { expectedVersion: version },
        answer: DamagedWork,
      }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: queryKeys.quarantine }),
  });
}
