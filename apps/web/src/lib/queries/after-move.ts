import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

import { queryKeys } from '../query-keys.js';

/** Asks again for everything that a move, a start or an evidence may have changed. */
export function useRefreshAfterMove(): () => Promise<unknown> {
  const queryClient = useQueryClient();
  return useCallback(
    () =>
      Promise.all(
        [
          queryKeys.instances.all,
          queryKeys.inbox.all,
          queryKeys.plans.all,
          queryKeys.budgets.all,
          queryKeys.notices.all,
        ].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
      ),
    [queryClient],
  );
}
