import { Session } from '@phancong/contracts';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';

import { callApi, rememberCsrfToken } from '../api-client.js';
import { queryKeys } from '../query-keys.js';

export async function getSession(): Promise<Session> {
  const session = await callApi({ path: '/session', answer: Session, whenSignedOut: 'refuse' });
  rememberCsrfToken(session.csrfToken);
  return session;
}

export function getSessionQueryOptions() {
  return queryOptions({ queryKey: queryKeys.session, queryFn: getSession, staleTime: Infinity });
}

/** Who is signed in; only below the signed-in layout, where the session is there already. */
export function useSession(): Session {
  return useSuspenseQuery(getSessionQueryOptions()).data;
}
