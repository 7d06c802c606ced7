import { Button, CloseButton, FileButton, Group, Input, Text } from '@mantine/core';
import type { FileLink } from '@phancong/contracts';
import { IconPaperclip } from '@tabler/icons-react';

import { useCommonWords } from '../../lib/i18n/common-words.js';
import { useSay } from '../../lib/i18n/i18n.js';
import { wordsOfError } from '../../lib/api-error.js';
import { useUploadFile } from '../../lib/queries/upload-file.js';

interface FileFieldProps {
  label: string;
  value: FileLink | null;
  onChange: (file: FileLink | null) => void;
}

/** Sends the chosen file at once and keeps its link: a form that is sent later only names it. */
export function FileField({ label, value, onChange }: FileFieldProps) {
  const t = useCommonWords();
  const say = useSay();
  const upload = useUploadFile();
  return (
    <Input.Wrapper label={label} error={upload.isError ? say(wordsOfError(upload.error)) : null}>
      {value ? (
        <Group gap={6} wrap="nowrap">
          <IconPaperclip size={16} />
          <Text size="sm" truncate>
            {value.name}
          </Text>
          <CloseButton size="sm" aria-label={t('removeFile')} onClick={() => onChange(null)} />
        </Group>
      ) : (
        <FileButton onChange={(file) => file && upload.mutate(file, { onSuccess: onChange })}>
          {(props) => (
            <Button {...props} variant="default" loading={upload.isPending} leftSection={<IconPaperclip size={16} />}>
              {t('chooseFile')}
            </Button>
          )}
        </FileButton>
      )}
    </Input.Wrapper>
  );
}
