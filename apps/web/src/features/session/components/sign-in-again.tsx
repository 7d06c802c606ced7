import { Modal, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import type { Session } from '@phancong/contracts';

import { queryKeys } from '../../../lib/query-keys.js';
import { registerSignInGate } from '../../../lib/sign-in-gate.js';
import { useSessionWords } from '../session-words.js';
import { SignInForm } from './sign-in-form.js';

/**
 * The dialog over whatever was being done when the session ended. The waiting requests go on after it; when another
 * person signs in, they must not go out in that person's name, so the page reloads instead.
 */
export function SignInAgain() {
  const t = useSessionWords();
  const queryClient = useQueryClient();
  const [resume, setResume] = useState<(() => void) | null>(null);
  const [personBefore, setPersonBefore] = useState<string | null>(null);

  useEffect(
    () =>
      registerSignInGate(
        () =>
          new Promise<void>((resolve) => {
            const session = queryClient.getQueryData<Session>(queryKeys.session);
            setPersonBefore(session?.actor.personId ?? null);
            setResume(() => resolve);
          }),
      ),
    [queryClient],
  );

  const goOn = (session: Session) => {
    if (personBefore !== null && session.actor.personId !== personBefore) {
      window.location.reload();
      return;
    }
    resume?.();
    setResume(null);
  };

  return (
    <Modal
      opened={resume !== null}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('again')}
      zIndex={400}
    >
      <Text size="sm" mb="md">
        {t('againHint')}
      </Text>
      <SignInForm onSignedIn={goOn} />
    </Modal>
  );
}
