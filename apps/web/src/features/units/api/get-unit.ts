import { UnitPage } from '@phancong/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

export function getUnit(unitId: string): Promise<UnitPage> {
  return callApi({ path: `/units/${encodeURIComponent(unitId)}`, answer: UnitPage });
}

export function getUnitQueryOptions(unitId: string) {
  return queryOptions({ queryKey: queryKeys.units.page(unitId), queryFn: () => getUnit(unitId) });
}

export function useUnit(unitId: string) {
  return useQuery(getUnitQueryOptions(unitId));
}
