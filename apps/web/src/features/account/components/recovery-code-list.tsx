import { Alert, Button, Code, Group, Text } from '@mantine/core';

import { showSuccess } from '../../../components/ui/toasts.js';
import { useSecondFactorWords } from '../second-factor-words.js';

/** The recovery codes, once: the server keeps only their fingerprints. */
export function RecoveryCodeList({ codes, onKept, kept }: { codes: string[]; onKept: () => void; kept: string }) {
  const t = useSecondFactorWords();
  const text = codes.join('\n');
  return (
    <Alert color="green" role="status" title={t('codes')}>
      <Text size="sm" mb="xs">
        {t('codesHint')}
      </Text>
      <Code block mb="sm">
        {text}
      </Code>
      <Group gap="sm">
        <Button
          size="xs"
          variant="default"
          onClick={() => void navigator.clipboard.writeText(text).then(() => showSuccess(t('copied')))}
        >
          {t('copy')}
        </Button>
        <Button size="xs" onClick={onKept}>
          {kept}
        </Button>
      </Group>
    </Alert>
  );
}
