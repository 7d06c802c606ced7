import { PeopleWorkbookDone, PeopleWorkbookRead } from '@phancong/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

const path = '/people/workbook';

function formOf(file: File): FormData {
  const form = new FormData();
  form.append('file', file);
  return form;
}

/** Looks at a workbook of people; carrying it out is another step. */
export const useLookAtPeople = () =>
  useMutation({
    mutationFn: (file: File): Promise<PeopleWorkbookRead> =>
      callApi({ method: 'POST', path: `${path}/preview`, form: formOf(file), answer: PeopleWorkbookRead }),
  });

interface Carry {
  file: File;
  fingerprint: string;
  endLeft: boolean;
  invite: boolean;
}

const carryOut = ({ file, fingerprint, endLeft, invite }: Carry): Promise<PeopleWorkbookDone> =>
  callApi({
    method: 'POST',
    path,
    query: { fingerprint, endLeft: Number(endLeft), invite: Number(invite) },
    form: formOf(file),
    answer: PeopleWorkbookDone,
  });

export function useCarryOutPeople() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: carryOut,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.people.all }),
  });
}
