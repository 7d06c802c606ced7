import { LiveSignal } from '@phancong/contracts';
import { useQueryClient } from '@tanstack/react-query';
import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { useEffect } from 'react';

import { queryKeys } from './query-keys.js';

const secondsBeforeReopening = 5;

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
      return [[]];
  }
}

function invalidateAll(queryClient: QueryClient, keys: readonly QueryKey[]): void {
  const unique = new Map(keys.map((queryKey) => [JSON.stringify(queryKey), queryKey]));
  for (const queryKey of unique.values()) void queryClient.invalidateQueries({ queryKey });
}

/**
 * Listens to the line of signals. They are gathered for a moment, because an activation sends hundreds; after a lost
 * line everything on screen is asked for again, because what was missed is not repeated.
 */
function openLine(queryClient: QueryClient): () => void {
  let source = new EventSource('/api/live');
  let reopening: ReturnType<typeof setTimeout> | null = null;
  let gathered: QueryKey[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  let wasLost = false;

  const gather = (keys: QueryKey[]) => {
    gathered.push(...keys);
    timer ??= setTimeout(() => {
      invalidateAll(queryClient, gathered);
      gathered = [];
      timer = null;
    }, 250);
  };

  const listen = () => {
    source.addEventListener('message', (event: MessageEvent<string>) => {
      const signal = LiveSignal.safeParse(JSON.parse(event.data));
      if (signal.success) gather(keysTouchedBy(signal.data));
    });
    source.addEventListener('open', () => {
      if (wasLost) gather([[]]);
      wasLost = false;
    });
    // A browser gives a line up for good when it was refused, as after a session's end; then it is opened anew.
    source.addEventListener('error', () => {
      wasLost = true;
      if (source.readyState !== EventSource.CLOSED) return;
      reopening = setTimeout(() => {
        source = new EventSource('/api/live');
        listen();
      }, secondsBeforeReopening * 1000);
    });
  };
  listen();
  return () => {
    if (timer) clearTimeout(timer);
    if (reopening) clearTimeout(reopening);
    source.close();
  };
}

/** Keeps the screen true while others act. */
export function useLiveUpdates(): void {
  const queryClient = useQueryClient();
  useEffect(() => openLine(queryClient), [queryClient]);
}
