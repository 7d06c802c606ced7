import { FlowVersion } from '@phancong/contracts';
import type { InstanceLine } from '@phancong/contracts';
import { FIRST_OWN_VERSION, compileDocument, learnFlow } from '@phancong/workflows';
import { queryOptions, useQuery } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

type OnFlow = Pick<InstanceLine, 'flow' | 'machineVersion'>;

/** An office's own flow, made known to this page as the server knows it: its forms and its checks are then those of the office. */
function getOwnFlowQueryOptions({ flow, machineVersion }: OnFlow) {
  return queryOptions({
    queryKey: [...queryKeys.flows, flow, machineVersion],
    queryFn: async () => {
      const { document, diagram } = await callApi({ path: `/flows/${flow}/${machineVersion}`, answer: FlowVersion });
      learnFlow(compileDocument(document, machineVersion));
      return diagram;
    },
    staleTime: Infinity,
  });
}

/** Loads the flow of a piece of work where it is an office's own; a shipped one is here already. */
export function useOwnFlow(line: OnFlow | undefined) {
  const isOwn = line !== undefined && line.machineVersion >= FIRST_OWN_VERSION;
  return useQuery({ ...getOwnFlowQueryOptions(line ?? { flow: 'task', machineVersion: 0 }), enabled: isOwn });
}
