import { RegistryTableRead } from '@phancong/contracts';
import { useMutation } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';

export function readWorkbook(file: File): Promise<RegistryTableRead> {
  const form = new FormData();
  form.append('file', file);
  return callApi({ method: 'POST', path: '/registry/workbook', form, answer: RegistryTableRead });
}

/** Looks at a workbook of units; recording what it says is another step. */
export function useReadWorkbook() {
  return useMutation({ mutationFn: readWorkbook });
}
