import { Invitation, Person, PersonInvited } from '@phancong/contracts';
import type { EditPerson, GivePost, NewPerson } from '@phancong/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

type PersonChange =
  | { kind: 'edit'; id: string; body: EditPerson }
  | { kind: 'givePost'; id: string; post: GivePost; expectedVersion: number }
  | { kind: 'resetSecondFactor'; id: string; expectedVersion: number }
  | { kind: 'endPost'; id: string; holdingId: string; expectedVersion: number };

function changePerson(change: PersonChange): Promise<Person> {
  const path = `/people/${change.id}`;
  switch (change.kind) {
    case 'edit':
      return callApi({ method: 'PATCH', path, body: change.body, answer: Person });
    case 'resetSecondFactor': {
      const query = { expectedVersion: change.expectedVersion };
      return callApi({ method: 'DELETE', path: `${path}/second-factor`, query, answer: Person });
    }
    case 'givePost': {
      const { post, expectedVersion } = change;
      return callApi({ method: 'POST', path: `${path}/posts`, body: { post, expectedVersion }, answer: Person });
    }
    case 'endPost': {
      const { holdingId, expectedVersion } = change;
      return callApi({
        method: 'DELETE',
        path: `${path}/posts/${holdingId}`,
        query: { expectedVersion },
        answer: Person,
      });
    }
  }
}

const addPerson = (body: NewPerson): Promise<PersonInvited> =>
  callApi({ method: 'POST', path: '/people', body, answer: PersonInvited });

const invitePerson = (id: string): Promise<Invitation> =>
  callApi({ method: 'POST', path: `/people/${id}/invitation`, answer: Invitation });

function useFreshPeople() {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: queryKeys.people.all });
}

export const useChangePerson = () => useMutation({ mutationFn: changePerson, onSettled: useFreshPeople() });
export const useAddPerson = () => useMutation({ mutationFn: addPerson, onSuccess: useFreshPeople() });
export const useInvitePerson = () => useMutation({ mutationFn: invitePerson });
