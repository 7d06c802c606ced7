import { Button } from '@mantine/core';
import { IconChevronDown, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';

import { useOwnFlowsWords } from '../own-flows-words.js';
import classes from './editable-row.module.css';

interface EditableRowProps {
  name: string;
  about: ReactNode;
  /** Badge before the buttons. */
  badge?: ReactNode;
  /** Null: it is only looked at. */
  onRemove: (() => void) | null;
  /** New rows open by themselves. */
  opened?: boolean;
  children: ReactNode;
}

/** A line of a table that opens to its fields: the same by mouse, by keyboard and on a phone. */
export function EditableRow({ name, about, badge, onRemove, opened = false, children }: EditableRowProps) {
  const t = useOwnFlowsWords();
  const [open, setOpen] = useState(opened);
  return (
    <li className={classes.row}>
      <div className={classes.line}>
        <div className={classes.words}>
          <strong>{name}</strong>
          <span className={classes.about}>{about}</span>
        </div>
        {badge}
        {onRemove && (
          <>
            <Button
              size="compact-sm"
              variant="default"
              aria-expanded={open}
              aria-label={t('editNamed', { name })}
              rightSection={<IconChevronDown size={14} className={classes.chevron} data-open={open || undefined} />}
              onClick={() => setOpen(!open)}
            >
              {t('edit')}
            </Button>
            <Button
              size="compact-sm"
              variant="subtle"
              color="red"
              aria-label={t('removeNamed', { name })}
              onClick={onRemove}
            >
              <IconTrash size={15} />
            </Button>
          </>
        )}
      </div>
      {open && onRemove && <div className={classes.fields}>{children}</div>}
    </li>
  );
}
