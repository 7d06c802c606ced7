import { Clock } from '@phancong/contracts';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';

import { callApi } from '../api-client.js';
import { queryKeys } from '../query-keys.js';

export function getClock(): Promise<Clock> {
  return callApi({ path: '/clock', answer: Clock });
}

export function getClockQueryOptions() {
  return queryOptions({ queryKey: queryKeys.clock, queryFn: getClock });
}

/** The day that deadlines are counted from; it is loaded with the layout. */
export function useClock(): Clock {
  return useSuspenseQuery(getClockQueryOptions()).data;
}
