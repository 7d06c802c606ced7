import { RecoveryCodes, SecondFactor, SecondFactorStarted } from '@phancong/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

const path = '/second-factor';

const getSecondFactor = (): Promise<SecondFactor> => callApi({ path, answer: SecondFactor });

export const useSecondFactor = () => useQuery({ queryKey: queryKeys.account.secondFactor, queryFn: getSecondFactor });

const start = (password: string): Promise<SecondFactorStarted> =>
  callApi({ method: 'POST', path, body: { password }, answer: SecondFactorStarted, whenSignedOut: 'refuse' });

const confirm = (code: string): Promise<RecoveryCodes> =>
  callApi({ method: 'PUT', path, body: { code }, answer: RecoveryCodes, whenSignedOut: 'refuse' });

const makeCodes = (code: string): Promise<RecoveryCodes> =>
  callApi({ method: 'POST', path: `${path}/recovery-codes`, body: { code }, answer: RecoveryCodes });

const turnOff = (code: string) => callApi({ method: 'DELETE', path, body: { code }, answer: z.unknown() });

const showCode = (code: string) =>
  callApi({ method: 'POST', path: `${path}/code`, body: { code }, answer: z.unknown() });

export const leave = () =>
  callApi({ method: 'DELETE', path: '/session', answer: z.unknown(), whenSignedOut: 'refuse' });

export const useStartSecondFactor = () => useMutation({ mutationFn: start });
export const useShowCode = () => useMutation({ mutationFn: showCode });

function useFreshSecondFactor() {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: queryKeys.account.all });
}

/** The codes are handed on before the page is read anew: then the form that asked is gone. */
export function useConfirmSecondFactor(onOn: (codes: string[]) => void) {
  const refresh = useFreshSecondFactor();
  return useMutation({
    mutationFn: confirm,
    onSuccess: ({ codes }) => {
      onOn(codes);
      return refresh();
    },
  });
}

export const useMakeRecoveryCodes = () => useMutation({ mutationFn: makeCodes, onSuccess: useFreshSecondFactor() });
export const useTurnOffSecondFactor = () => useMutation({ mutationFn: turnOff, onSuccess: useFreshSecondFactor() });
