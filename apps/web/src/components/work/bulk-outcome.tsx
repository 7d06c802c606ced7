import { List, Modal, Text } from '@mantine/core';
import type { BulkMoveAnswer, InstanceLine } from '@phancong/contracts';

import { useCommonWords } from '../../lib/i18n/common-words.js';
import { useSay } from '../../lib/i18n/i18n.js';
import { useWorkWords } from './work-words.js';

interface BulkOutcomeProps {
  answer: BulkMoveAnswer;
  lines: InstanceLine[];
  onClose: () => void;
}

/** Which of many moves were refused, each with its reason; the others are done. */
export function BulkOutcome({ answer, lines, onClose }: BulkOutcomeProps) {
  const t = useWorkWords();
  const common = useCommonWords();
  const say = useSay();
  const titles = new Map(lines.map((line) => [line.id, line.title]));
  const title = t('bulkOutcome', { moved: answer.moved.length, refused: answer.refused.length });
  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeButtonProps={{ 'aria-label': common('close') }}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('bulkOutcomeHint')}
      </Text>
      <List size="sm" spacing="xs">
        {answer.refused.map(({ id, error }) => (
          <List.Item key={id}>
            <strong>{titles.get(id) ?? id}</strong>
            <br />
            {say(error.message)}
          </List.Item>
        ))}
      </List>
    </Modal>
  );
}
