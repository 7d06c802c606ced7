import { Button, PasswordInput, Stack } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';

import { RefusalAlert } from '../../../components/form/refusal-alert.js';
import { DoorFrame } from '../../../components/ui/door-frame.js';
import { ErrorState, LoadingRows } from '../../../components/ui/states.js';
import { paths } from '../../../config/paths.js';
import { useAcceptInvitation, useInvitation } from '../api/doors.js';
import { useDoorsWords } from '../doors-words.js';
import { ToSignIn } from './to-sign-in.js';

/** Behind a one-time link: choose a password, then sign in. */
export function InvitationPage() {
  const t = useDoorsWords();
  const { token } = useParams({ from: paths.invitation });
  const invitation = useInvitation(token);
  const accept = useAcceptInvitation(token);
  const [password, setPassword] = useState('');
  if (!invitation.data) {
    return (
      <DoorFrame title={t('invitation')}>
        {invitation.isPending ? (
          <LoadingRows rows={3} />
        ) : (
          <>
            <ErrorState error={invitation.error} />
            <ToSignIn />
          </>
        )}
      </DoorFrame>
    );
  }
  const { fullName: name, username } = invitation.data;
  if (accept.isSuccess) {
    return (
      <DoorFrame title={t('done')} hint={t('doneHint', { username })}>
        <ToSignIn />
      </DoorFrame>
    );
  }
  return (
    <DoorFrame title={t('invitation')} hint={t('welcome', { name, username })}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          accept.mutate(password);
        }}
      >
        <Stack gap="sm" maw={420}>
          <RefusalAlert error={accept.error} />
          <input type="hidden" name="username" autoComplete="username" value={username} readOnly />
          <PasswordInput
            label={t('password')}
            description={t('passwordHint')}
            autoComplete="new-password"
            required
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button type="submit" loading={accept.isPending} w="fit-content">
            {t('save')}
          </Button>
        </Stack>
      </form>
    </DoorFrame>
  );
}
