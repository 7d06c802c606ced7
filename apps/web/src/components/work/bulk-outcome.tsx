import { Modal, Text } from '@mantine/core';
import type { BulkMoveAnswer } from '@phancong/contracts';

import { useCommonWords } from '../../lib/i18n/common-words.js';
import type { MovedLine } from './bulk-moves.js';
import { RefusedList } from './refused-list.js';
import { useWorkWords } from './work-words.js';

interface BulkOutcomeProps {
  answer: BulkMoveAnswer;
  lines: readonly MovedLine[];
  onClose: () => void;
}

/** Which of many moves were refused, each with its reason, and how many were left when it was stopped; the others are done. */
export function BulkOutcome({ answer, lines, onClose }: BulkOutcomeProps) {
  const t = useWorkWords();
  const common = useCommonWords();
  const title = t('bulkOutcome', { moved: answer.moved.length, refused: answer.refused.length });
  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeButtonProps={{ 'aria-label': common('close') }}>
      {answer.left !== undefined && (
        <Text size="sm" mb="sm">
          {t('bulkLeft', { count: answer.left.length })}
        </Text>
      )}
      {answer.refused.length > 0 && (
        <>
          <Text size="sm" c="dimmed" mb="sm">
            {t('bulkOutcomeHint')}
          </Text>
          <RefusedList refused={answer.refused} lines={lines} />
        </>
      )}
    </Modal>
  );
}
