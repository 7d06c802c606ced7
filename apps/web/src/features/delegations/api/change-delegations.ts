import { Delegation } from '@phancong/contracts';
import type { GiveDelegation } from '@phancong/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

const giveDelegation = (body: GiveDelegation): Promise<Delegation> =>
  callApi({ method: 'POST', path: '/delegations', body, answer: Delegation });

const endDelegation = (id: string): Promise<Delegation> =>
  callApi({ method: 'DELETE', path: `/delegations/${id}`, answer: Delegation });

export function useGiveDelegation() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: giveDelegation,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.delegations }),
  });
}

export function useEndDelegation() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: endDelegation,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.delegations }),
  });
}
