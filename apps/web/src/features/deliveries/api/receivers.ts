import { WebhookDeliveryPage, WebhookReceiver, WebhookReceiverList, WebhookSecret } from '@phancong/contracts';
import type { NewWebhookReceiver } from '@phancong/contracts';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

const getReceivers = (): Promise<WebhookReceiverList> => callApi({ path: '/webhooks', answer: WebhookReceiverList });

export const useReceivers = () => useQuery({ queryKey: queryKeys.deliveries.receivers, queryFn: getReceivers });

export function useDeliveries(receiverId: string) {
  return useInfiniteQuery({
    queryKey: queryKeys.deliveries.log(receiverId),
    queryFn: ({ pageParam, signal }): Promise<WebhookDeliveryPage> =>
      callApi({
        path: `/webhooks/${receiverId}/deliveries`,
        query: { after: pageParam, limit: 20 },
        answer: WebhookDeliveryPage,
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    // What waits is on its way while somebody looks at it.
    refetchInterval: 5000,
  });
}

function useChange<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => queryClient.invalidateQueries({ queryKey: queryKeys.deliveries.all }),
  });
}

export const useAddReceiver = () =>
  useChange((body: NewWebhookReceiver): Promise<WebhookSecret> =>
    callApi({ method: 'POST', path: '/webhooks', body, answer: WebhookSecret }),
  );

export const useRenewSecret = () =>
  useChange((id: string): Promise<WebhookSecret> =>
    callApi({ method: 'POST', path: `/webhooks/${id}/secret`, answer: WebhookSecret }),
  );

export const usePauseReceiver = () =>
  useChange(({ id, paused }: { id: string; paused: boolean }): Promise<WebhookReceiver> =>
    callApi({ method: 'PATCH', path: `/webhooks/${id}`, body: { paused }, answer: WebhookReceiver }),
  );

export const useRemoveReceiver = () =>
  useChange((id: string) => callApi({ method: 'DELETE', path: `/webhooks/${id}`, answer: z.unknown() }));

export const useSendTrial = () =>
  useChange((id: string) => callApi({ method: 'POST', path: `/webhooks/${id}/trial`, answer: z.unknown() }));
