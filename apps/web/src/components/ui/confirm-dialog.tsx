import { Button, Group, Modal } from '@mantine/core';
import type { ReactNode } from 'react';

import { useCommonWords } from '../../lib/i18n/common-words.js';

interface ConfirmDialogProps {
  opened: boolean;
  title: string;
  /** The word on the button that goes on. */
  yes: string;
  pending?: boolean;
  onYes: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** One more question, with the figures, before something that reaches far. Enter says yes, Escape says no. */
export function ConfirmDialog({ opened, title, yes, pending = false, onYes, onClose, children }: ConfirmDialogProps) {
  const common = useCommonWords();
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': common('close') }}>
      {children}
      <Group justify="flex-end" mt="md" gap="xs">
        <Button variant="default" onClick={onClose}>
          {common('cancel')}
        </Button>
        <Button data-autofocus loading={pending} onClick={onYes}>
          {yes}
        </Button>
      </Group>
    </Modal>
  );
}
