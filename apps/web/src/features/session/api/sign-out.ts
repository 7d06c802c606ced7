import { useMutation } from '@tanstack/react-query';
import { z } from 'zod';

import { paths } from '../../../config/paths.js';
import { callApi } from '../../../lib/api-client.js';
import { useSession } from '../../../lib/queries/get-session.js';

export async function signOut(): Promise<void> {
  await callApi({ method: 'DELETE', path: '/session', answer: z.unknown(), whenSignedOut: 'refuse' });
}

/** Leaves by a full page load, so that nothing of the last person stays in memory; by the identity server for who came from there. */
export function useSignOut() {
  const { byIdentity } = useSession();
  return useMutation({
    mutationFn: signOut,
    onSettled: () => {
      sessionStorage.clear();
      window.location.assign(byIdentity ? '/api/session/identity/leave' : paths.signIn);
    },
  });
}
