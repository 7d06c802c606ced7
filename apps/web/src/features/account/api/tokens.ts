import { ApiTokenList, ApiTokenMade } from '@phancong/contracts';
import type { NewApiToken } from '@phancong/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

const getTokens = (): Promise<ApiTokenList> => callApi({ path: '/tokens', answer: ApiTokenList });

export const useTokens = () => useQuery({ queryKey: queryKeys.account.tokens, queryFn: getTokens });

const makeToken = (body: NewApiToken): Promise<ApiTokenMade> =>
  callApi({ method: 'POST', path: '/tokens', body, answer: ApiTokenMade });

export function useMakeToken() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: makeToken,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.account.tokens }),
  });
}

const revokeToken = (id: string) => callApi({ method: 'DELETE', path: `/tokens/${id}`, answer: z.unknown() });

export function useRevokeToken() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: revokeToken,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.account.tokens }),
  });
}
