import type { LiveSignal } from '@phancong/contracts';
import { useQueryClient } from '@tanstack/react-query';
import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { useEffect } from 'react';

import { openLiveLine } from './live-line.js';
import { queryKeys } from './query-keys.js';

/** Signals are gathered for a moment, because an activation sends hundreds. */
const gatherMs = 250;

/** What every screen is told at once is asked for over a while, so that thousands of screens do not ask in the same instant. */
const spreadMs = 2000;

/** What has to be asked for again after a signal. */
function keysTouchedBy(signal: LiveSignal): QueryKey[] {
  switch (signal.kind) {
    case 'notice':
      return [queryKeys.notices.all, queryKeys.inbox.summary];
    case 'instance':
      return [
        queryKeys.inbox.all,
        queryKeys.instances.all,
        queryKeys.budgets.all,
        ...(signal.planId ? [queryKeys.plans.of(signal.planId)] : []),
      ];
    case 'plan':
      return [queryKeys.plans.all, queryKeys.inbox.all];
    case 'clock':
    case 'again':
      return [[]];
  }
}

function invalidateAll(queryClient: QueryClient, keys: readonly QueryKey[]): void {
  const unique = new Map(keys.map((queryKey) => [JSON.stringify(queryKey), queryKey]));
  for (const queryKey of unique.values()) void queryClient.invalidateQueries({ queryKey });
}

function keepTrue(queryClient: QueryClient): () => void {
  let gathered: QueryKey[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const closeLine = openLiveLine((signal) => {
    gathered.push(...keysTouchedBy(signal));
    const concernsMany = signal.kind === 'clock' || signal.kind === 'again' || signal.kind === 'plan';
    timer ??= setTimeout(
      () => {
        invalidateAll(queryClient, gathered);
        gathered = [];
        timer = undefined;
      },
      gatherMs + (concernsMany ? Math.random() * spreadMs : 0),
    );
  });
  return () => {
    clearTimeout(timer);
    closeLine();
  };
}

/** Keeps the screen true while others act. */
export function useLiveUpdates(): void {
  const queryClient = useQueryClient();
  useEffect(() => keepTrue(queryClient), [queryClient]);
}
