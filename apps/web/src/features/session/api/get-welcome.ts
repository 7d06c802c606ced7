import { Welcome } from '@phancong/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

export function getWelcome(): Promise<Welcome> {
  return callApi({ path: '/welcome', answer: Welcome, whenSignedOut: 'refuse' });
}

export function getWelcomeQueryOptions() {
  return queryOptions({ queryKey: queryKeys.welcome, queryFn: getWelcome, staleTime: 60_000 });
}

export function useWelcome() {
  return useQuery(getWelcomeQueryOptions());
}
