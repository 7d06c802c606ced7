import { FileLink } from '@phancong/contracts';
import { useMutation } from '@tanstack/react-query';

import { callApi } from '../api-client.js';

export function uploadFile(file: File): Promise<FileLink> {
  const form = new FormData();
  form.append('file', file);
  return callApi({ method: 'POST', path: '/files', form, answer: FileLink });
}

export function useUploadFile() {
  return useMutation({ mutationFn: uploadFile });
}
