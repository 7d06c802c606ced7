import type { ReadNotices } from '@phancong/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

export async function readNotices(body: ReadNotices): Promise<void> {
  await callApi({ method: 'POST', path: '/notices/read', body, answer: z.unknown() });
}

export function useReadNotices() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: readNotices,
    onSuccess: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: queryKeys.notices.all }),
        queryClient.invalidateQueries({ queryKey: queryKeys.inbox.summary }),
      ]),
  });
}
