import { DeadLetterPage, DeadLettersDismissed, DeadLettersRetried, DismissedLetterPage } from '@phancong/contracts';
import type { DismissDeadLetters, RetryDeadLetters } from '@phancong/contracts';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

export function useDeadLetters() {
  return useInfiniteQuery({
    queryKey: queryKeys.deliveries.dead,
    queryFn: ({ pageParam, signal }): Promise<DeadLetterPage> =>
      callApi({ path: '/dead-letters', query: { after: pageParam }, answer: DeadLetterPage, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

const retryDeadLetters = (body: RetryDeadLetters): Promise<DeadLettersRetried> =>
  callApi({ method: 'POST', path: '/dead-letters/retry', body, answer: DeadLettersRetried });

export function useRetryDeadLetters() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: retryDeadLetters,
    onSettled: () => queryClient.invalidateQueries({ queryKey: queryKeys.deliveries.all }),
  });
}

export function useDismissedLetters() {
  return useInfiniteQuery({
    queryKey: queryKeys.deliveries.dismissed,
    queryFn: ({ pageParam, signal }): Promise<DismissedLetterPage> =>
      callApi({ path: '/dead-letters/dismissed', query: { after: pageParam }, answer: DismissedLetterPage, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

export function useDismissDeadLetters() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: DismissDeadLetters): Promise<DeadLettersDismissed> =>
      callApi({ method: 'POST', path: '/dead-letters/dismiss', body, answer: DeadLettersDismissed }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: queryKeys.deliveries.all }),
  });
}
