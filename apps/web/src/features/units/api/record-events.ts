import { RegistryPreview } from '@phancong/contracts';
import type { RecordEvents } from '@phancong/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

export function previewEvents(body: RecordEvents): Promise<RegistryPreview> {
  return callApi({ method: 'POST', path: '/registry/preview', body, answer: RegistryPreview });
}

export function recordEvents(body: RecordEvents): Promise<RegistryPreview> {
  return callApi({ method: 'POST', path: '/registry/events', body, answer: RegistryPreview });
}

export function usePreviewEvents() {
  return useMutation({ mutationFn: previewEvents });
}

/** The registry and the days of reorganisation are others afterwards. */
export function useRecordEvents() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: recordEvents,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: queryKeys.units.all }),
        client.invalidateQueries({ queryKey: queryKeys.reorganisations.all }),
      ]),
  });
}
