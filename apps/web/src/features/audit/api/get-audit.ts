import { AuditPage, type AuditQuery } from '@phancong/contracts';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

/** What the address of the screen holds. */
export type AuditFilter = Partial<Omit<AuditQuery, 'after' | 'limit'>>;

export function getAudit(filter: AuditFilter, after: string | null): Promise<AuditPage> {
  return callApi({ path: '/audit', query: { ...filter, after: after ?? undefined, limit: 50 }, answer: AuditPage });
}

export function getAuditQueryOptions(filter: AuditFilter) {
  return infiniteQueryOptions({
    queryKey: queryKeys.audit.list(filter),
    queryFn: ({ pageParam }) => getAudit(filter, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
}

export function useAudit(filter: AuditFilter) {
  return useInfiniteQuery(getAuditQueryOptions(filter));
}

/** Address of the same lines for a spreadsheet. */
export function auditExportAddress(filter: AuditFilter): string {
  const given = Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `/api/audit/export.csv?${new URLSearchParams(given).toString()}`;
}
