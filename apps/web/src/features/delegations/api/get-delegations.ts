import { DelegationList } from '@phancong/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

const getDelegations = (): Promise<DelegationList> => callApi({ path: '/delegations', answer: DelegationList });

const getDelegationsQueryOptions = () => queryOptions({ queryKey: queryKeys.delegations, queryFn: getDelegations });

export const useDelegations = () => useQuery(getDelegationsQueryOptions());
