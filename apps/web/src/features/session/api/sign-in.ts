import { Session } from '@phancong/contracts';
import type { SignIn } from '@phancong/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { callApi, rememberCsrfToken } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

export async function signIn(body: SignIn): Promise<Session> {
  const session = await callApi({ method: 'POST', path: '/session', body, answer: Session, whenSignedOut: 'refuse' });
  rememberCsrfToken(session.csrfToken);
  return session;
}

export function useSignIn() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: signIn,
    onSuccess: (session) => queryClient.setQueryData(queryKeys.session, session),
  });
}
