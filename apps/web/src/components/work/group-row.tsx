import { MarkBox } from '../ui/mark-box.js';
import type { ListRow } from './group-lines.js';
import type { Selection } from './use-selection.js';
import classes from './work-list.module.css';
import { useWorkWords } from './work-words.js';

interface GroupRowProps {
  row: Extract<ListRow, { kind: 'group' }>;
  selection: Selection | undefined;
}

/** Heading of a deadline group; its box marks the whole group. */
export function GroupRow({ row, selection }: GroupRowProps) {
  const t = useWorkWords();
  const { group } = row;
  const title = group.kind === 'month' ? t('month', { month: group.month, year: group.year }) : t(group.kind);
  const marked = selection ? row.lineIds.filter((id) => selection.ids.has(id)).length : 0;
  const allMarked = marked === row.lineIds.length;
  return (
    <div className={classes.group} data-kind={group.kind}>
      {selection && (
        <MarkBox
          label={t('selectGroup', { group: title })}
          checked={allMarked}
          indeterminate={marked > 0 && !allMarked}
          onChange={() => selection.setMany(row.lineIds, !allMarked)}
        />
      )}
      <span className={classes.groupTitle}>{title}</span>
      <span className={classes.groupCount}>{row.lineIds.length}</span>
    </div>
  );
}
