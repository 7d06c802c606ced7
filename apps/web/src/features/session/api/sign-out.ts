import { useMutation } from '@tanstack/react-query';
import { z } from 'zod';

import { paths } from '../../../config/paths.js';
import { callApi } from '../../../lib/api-client.js';

export async function signOut(): Promise<void> {
  await callApi({ method: 'DELETE', path: '/session', answer: z.unknown(), whenSignedOut: 'refuse' });
}

/** Leaves by a full page load, so that nothing of the last person stays in memory. */
export function useSignOut() {
  return useMutation({
    mutationFn: signOut,
    onSettled: () => {
      sessionStorage.clear();
      window.location.assign(paths.signIn);
    },
  });
}
