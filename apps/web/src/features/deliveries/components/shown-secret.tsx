import { Alert, Button, Code, CopyButton, Group } from '@mantine/core';

import { useDeliveryWords } from '../delivery-words.js';

/** A secret that nobody can show again. */
export function ShownSecret({ name, secret }: { name: string; secret: string }) {
  const t = useDeliveryWords();
  return (
    <Alert color="green" role="status" my="sm" title={t('secretTitle', { name })}>
      <Group gap="xs">
        <Code style={{ overflowWrap: 'anywhere' }}>{secret}</Code>
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button size="xs" variant="default" onClick={copy}>
              {copied ? t('copied') : t('copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
    </Alert>
  );
}
