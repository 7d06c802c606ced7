import { UnitPage } from '@phancong/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

export function getUnit(unitId: string, asOf: string | undefined): Promise<UnitPage> {
  return callApi({ path: `/units/${encodeURIComponent(unitId)}`, query: { asOf }, answer: UnitPage });
}

export function getUnitQueryOptions(unitId: string, asOf: string | undefined) {
  return queryOptions({ queryKey: queryKeys.units.page(unitId, asOf), queryFn: () => getUnit(unitId, asOf) });
}

/** A unit with its work of today, or as it stood at the end of an earlier day. */
export function useUnit(unitId: string, asOf: string | undefined) {
  return useQuery(getUnitQueryOptions(unitId, asOf));
}
