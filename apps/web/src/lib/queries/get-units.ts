import { UnitList } from '@phancong/contracts';
import type { UnitsQuery } from '@phancong/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';

import { callApi } from '../api-client.js';
import { queryKeys } from '../query-keys.js';

export function getUnits(query: UnitsQuery): Promise<UnitList> {
  return callApi({ path: '/units', query, answer: UnitList });
}

export function getUnitsQueryOptions(query: UnitsQuery = {}) {
  return queryOptions({ queryKey: queryKeys.units.list(query), queryFn: () => getUnits(query), staleTime: 300_000 });
}

export function useUnits(query: UnitsQuery = {}) {
  return useQuery(getUnitsQueryOptions(query));
}
