import { Modal, Text } from '@mantine/core';
import type { Session } from '@phancong/contracts';

import { useSessionWords } from '../session-words.js';
import { SignInForm } from './sign-in-form.js';

/** Cannot be closed otherwise: whatever waits behind it can only go on signed in. */
export function SignInAgainDialog({ onSignedIn }: { onSignedIn: (session: Session) => void }) {
  const t = useSessionWords();
  return (
    <Modal
      opened
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
      <SignInForm onSignedIn={onSignedIn} />
    </Modal>
  );
}
