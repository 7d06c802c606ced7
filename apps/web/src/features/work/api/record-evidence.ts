import { Evidence } from '@phancong/contracts';
import type { RecordEvidence } from '@phancong/contracts';
import { useMutation } from '@tanstack/react-query';
import type { z } from 'zod';

import { callApi } from '../../../lib/api-client.js';
import { useRefreshAfterMove } from '../../../lib/queries/after-move.js';

export type EvidenceBody = z.input<typeof RecordEvidence>;

export function recordEvidence(instanceId: string, body: EvidenceBody): Promise<Evidence> {
  return callApi({ method: 'POST', path: `/instances/${instanceId}/evidence`, body, answer: Evidence });
}

export function useRecordEvidence(instanceId: string) {
  const refresh = useRefreshAfterMove();
  return useMutation({ mutationFn: (body: EvidenceBody) => recordEvidence(instanceId, body), onSuccess: refresh });
}
