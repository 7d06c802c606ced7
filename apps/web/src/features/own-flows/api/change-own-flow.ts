import { OwnFlow } from '@phancong/contracts';
import type { CopyFlow, SaveFlow, SettleFlow } from '@phancong/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

type FlowChange =
  | { kind: 'copy'; body: CopyFlow }
  | { kind: 'save'; id: string; body: SaveFlow }
  | { kind: 'settle'; id: string; body: SettleFlow };

function changeFlow(change: FlowChange): Promise<OwnFlow> {
  switch (change.kind) {
    case 'copy':
      return callApi({ method: 'POST', path: '/own-flows', body: change.body, answer: OwnFlow });
    case 'save':
      return callApi({ method: 'PUT', path: `/own-flows/${change.id}`, body: change.body, answer: OwnFlow });
    case 'settle':
      return callApi({ method: 'POST', path: `/own-flows/${change.id}/steps`, body: change.body, answer: OwnFlow });
  }
}

/** Copies, saves or settles a flow; the answer is what stands now. */
export function useChangeFlow() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: changeFlow,
    onSuccess: (flow) => {
      queryClient.setQueryData(queryKeys.ownFlows.one(flow.id), flow);
      void queryClient.invalidateQueries({ queryKey: queryKeys.ownFlows.list });
      // What is in force now is worded on every list.
      void queryClient.invalidateQueries({ queryKey: queryKeys.flows });
    },
  });
}
