import { ReorganisationAnswer } from '@phancong/contracts';
import type { ApplyReorganisation, IsoDate } from '@phancong/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';

export function applyReorganisation(on: IsoDate, body: ApplyReorganisation): Promise<ReorganisationAnswer> {
  return callApi({ method: 'POST', path: `/reorganisations/${on}/apply`, body, answer: ReorganisationAnswer });
}

/** Work, counts, units and posts are all others afterwards: everything is read anew. */
export function useApplyReorganisation(on: IsoDate) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ApplyReorganisation) => applyReorganisation(on, body),
    onSettled: () => client.invalidateQueries(),
  });
}
