import { Kbd, Modal, Table } from '@mantine/core';

import { useCommonWords } from '../../lib/i18n/common-words.js';
import { defineWords } from '../../lib/i18n/define-words.js';

const useKeyWords = defineWords(
  'keyboard',
  {
    title: 'Phím tắt',
    help: 'Mở bảng phím tắt này',
    next: 'Dòng sau',
    previous: 'Dòng trước',
    open: 'Mở dòng đang chọn',
    select: 'Đánh dấu / bỏ đánh dấu dòng',
    range: 'Đánh dấu cả đoạn từ dòng đã đánh dấu trước đó',
    all: 'Đánh dấu tất cả dòng đã tải',
    clear: 'Bỏ đánh dấu',
  },
  {
    title: 'Keyboard',
    help: 'Open this table',
    next: 'Next line',
    previous: 'Previous line',
    open: 'Open the current line',
    select: 'Mark / unmark the line',
    range: 'Mark all lines since the last marked one',
    all: 'Mark all loaded lines',
    clear: 'Clear marks',
  },
);

const rows = [
  { keys: ['?'], word: 'help' },
  { keys: ['j', '↓'], word: 'next' },
  { keys: ['k', '↑'], word: 'previous' },
  { keys: ['Enter'], word: 'open' },
  { keys: ['x'], word: 'select' },
  { keys: ['Shift', 'x'], word: 'range' },
  { keys: ['Shift', 'a'], word: 'all' },
  { keys: ['Esc'], word: 'clear' },
] as const;

/** Every key of the lists of work, in a dialog. */
export function KeyboardTable({ onClose }: { onClose: () => void }) {
  const t = useKeyWords();
  const common = useCommonWords();
  return (
    <Modal opened onClose={onClose} title={t('title')} closeButtonProps={{ 'aria-label': common('close') }}>
      <Table withRowBorders={false}>
        <Table.Tbody>
          {rows.map(({ keys, word }) => (
            <Table.Tr key={word}>
              <Table.Td w={130}>
                {keys.map((key) => (
                  <Kbd key={key} mr={4}>
                    {key}
                  </Kbd>
                ))}
              </Table.Td>
              <Table.Td>{t(word)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
