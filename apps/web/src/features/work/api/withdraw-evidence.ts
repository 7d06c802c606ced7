import { useMutation } from '@tanstack/react-query';
import { z } from 'zod';

import { callApi } from '../../../lib/api-client.js';
import { useRefreshAfterMove } from '../../../lib/queries/after-move.js';

export async function withdrawEvidence(evidenceId: string, reason: string): Promise<void> {
  await callApi({ method: 'POST', path: `/evidence/${evidenceId}/withdraw`, body: { reason }, answer: z.unknown() });
}

export function useWithdrawEvidence(evidenceId: string) {
  const refresh = useRefreshAfterMove();
  return useMutation({ mutationFn: (reason: string) => withdrawEvidence(evidenceId, reason), onSuccess: refresh });
}
