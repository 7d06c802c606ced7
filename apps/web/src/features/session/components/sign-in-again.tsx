import type { Session } from '@phancong/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { Suspense, lazy, useEffect, useState } from 'react';

import { queryKeys } from '../../../lib/query-keys.js';
import { registerSignInGate } from '../../../lib/sign-in-gate.js';

const SignInAgainDialog = lazy(async () => ({
  default: (await import('./sign-in-again-dialog.js')).SignInAgainDialog,
}));

/**
 * Stands ready over every screen for the moment a session ends. The waiting requests go on after the new sign-in; when
 * another person signs in, they must not go out in that person's name, so the page reloads instead.
 */
export function SignInAgain() {
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

  if (!resume) return null;
  return (
    <Suspense fallback={null}>
      <SignInAgainDialog onSignedIn={goOn} />
    </Suspense>
  );
}
