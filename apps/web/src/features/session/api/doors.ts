import { InvitationPage, SetupPage } from '@phancong/contracts';
import type { SetUp } from '@phancong/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { z } from 'zod';

import { callApi } from '../../../lib/api-client.js';
import { queryKeys } from '../../../lib/query-keys.js';

const getSetup = (): Promise<SetupPage> => callApi({ path: '/setup', answer: SetupPage, whenSignedOut: 'refuse' });

export const useSetup = () => useQuery({ queryKey: queryKeys.setup, queryFn: getSetup });

const setUp = (body: SetUp) =>
  callApi({ method: 'POST', path: '/setup', body, answer: z.unknown(), whenSignedOut: 'refuse' });

export const useSetUp = () => useMutation({ mutationFn: setUp });

export const useInvitation = (token: string) =>
  useQuery({
    queryKey: queryKeys.invitation(token),
    queryFn: (): Promise<InvitationPage> =>
      callApi({
        path: `/invitations/${encodeURIComponent(token)}`,
        answer: InvitationPage,
        whenSignedOut: 'refuse',
      }),
    retry: false,
  });

export const useAcceptInvitation = (token: string) =>
  useMutation({
    mutationFn: (password: string) =>
      callApi({
        method: 'POST',
        path: `/invitations/${encodeURIComponent(token)}`,
        body: { password },
        answer: z.unknown(),
        whenSignedOut: 'refuse',
      }),
  });
