import { RegistryEvents } from '@phancong/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

export function getRegistryEvents(): Promise<RegistryEvents> {
  return callApi({ path: '/registry/events', answer: RegistryEvents });
}

export function getRegistryEventsQueryOptions() {
  return queryOptions({ queryKey: queryKeys.units.events, queryFn: getRegistryEvents, staleTime: 300_000 });
}

export function useRegistryEvents() {
  return useQuery(getRegistryEventsQueryOptions());
}
