import { Button, Divider } from '@mantine/core';

import { useSessionWords } from '../session-words.js';

interface IdentityButtonProps {
  /** What the agency calls its identity server. */
  name: string;
  /** The page to come back to. */
  next: string | undefined;
}

/** Leaves the application for the identity server of the agency; only where one is set. */
export function IdentityButton({ name, next }: IdentityButtonProps) {
  const t = useSessionWords();
  const query = next ? `?${new URLSearchParams({ next }).toString()}` : '';
  return (
    <>
      <Divider label={t('or')} />
      <Button component="a" href={`/api/session/identity${query}`} variant="default" size="md">
        {t('byIdentity', { name })}
      </Button>
    </>
  );
}
