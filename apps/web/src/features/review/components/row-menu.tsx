import { ActionIcon, Kbd, Menu } from '@mantine/core';
import type { ReviewItem } from '@phancong/contracts';
import { IconArrowsSplit2, IconDots, IconFold, IconHash, IconRowInsertBottom, IconTrash } from '@tabler/icons-react';

import { isBlank, rareFields } from '../editable-fields.js';
import type { EditableField } from '../editable-fields.js';
import { useReviewWords } from '../review-words.js';
import type { RowActions } from '../use-row-actions.js';

interface RowMenuProps {
  item: ReviewItem;
  isLast: boolean;
  actions: RowActions;
  onEdit: (field: EditableField) => void;
}

/** What may be done with a whole row; each has a key that works on the row in question. */
export function RowMenu({ item, isLast, actions, onEdit }: RowMenuProps) {
  const t = useReviewWords();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('rowMenu', { ref: item.ref })}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconArrowsSplit2 size={14} />}
          rightSection={<Kbd size="xs">s</Kbd>}
          onClick={() => actions.openSplit(item.id)}
        >
          {t('split')}
        </Menu.Item>
        <Menu.Item
          disabled={isLast}
          leftSection={<IconFold size={14} />}
          rightSection={<Kbd size="xs">m</Kbd>}
          onClick={() => actions.merge(item.id)}
        >
          {t('merge')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconRowInsertBottom size={14} />}
          rightSection={<Kbd size="xs">a</Kbd>}
          onClick={() => actions.openAdd(item.id)}
        >
          {t('addBelow')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconHash size={14} />} onClick={() => onEdit('ref')}>
          {t('ref')}
        </Menu.Item>
        {rareFields
          .filter((field) => isBlank(item, field))
          .map((field) => (
            <Menu.Item key={field} onClick={() => onEdit(field)}>
              {t(field)}
            </Menu.Item>
          ))}
        <Menu.Divider />
        <Menu.Item
          color="red"
          leftSection={<IconTrash size={14} />}
          rightSection={<Kbd size="xs">Delete</Kbd>}
          onClick={() => actions.remove(item.id)}
        >
          {t('remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
