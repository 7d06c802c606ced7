import { OpenSessionList } from '@phancong/contracts';
import type { ChangePassword } from '@phancong/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

const getSessions = (): Promise<OpenSessionList> => callApi({ path: '/sessions', answer: OpenSessionList });

export const useSessions = () => useQuery({ queryKey: queryKeys.account.sessions, queryFn: getSessions });

const revokeSession = (id: string) => callApi({ method: 'DELETE', path: `/sessions/${id}`, answer: z.unknown() });

export function useRevokeSession() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: revokeSession,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.account.sessions }),
  });
}

const changePassword = (body: ChangePassword) =>
  callApi({ method: 'PUT', path: '/password', body, answer: z.unknown() });

export function useChangePassword() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: changePassword,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.account.sessions }),
  });
}
