import type { InstanceLine, IsoDate } from '@phancong/contracts';
import { useMediaQuery } from '@mantine/hooks';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';

import { groupLines } from './group-lines.js';
import { GroupRow } from './group-row.js';
import type { Selection } from './use-selection.js';
import { useListKeys } from './use-list-keys.js';
import { WorkRow } from './work-row.js';
import classes from './work-list.module.css';
import { useWorkWords } from './work-words.js';

export interface WorkListProps {
  lines: readonly InstanceLine[];
  /** Groups by deadline seen from this day; null leaves the lines ungrouped. */
  today: IsoDate | null;
  /** The reader's unit: each line names the other party. */
  unitId: string;
  selection?: Selection;
  hasMore: boolean;
  loadingMore: boolean;
  onMore: () => void;
}

const heights = { group: 36, wide: 56, narrow: 116 };

/** Lines of work, thousands of them, drawn only where one looks; the next page is fetched before the end is reached. */
export function WorkList({ lines, today, unitId, selection, hasMore, loadingMore, onMore }: WorkListProps) {
  const t = useWorkWords();
  const narrow = useMediaQuery('(max-width: 760px)', window.matchMedia('(max-width: 760px)').matches, {
    getInitialValueInEffect: false,
  });
  const rows = useMemo(() => groupLines(lines, today), [lines, today]);
  const container = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<number | null>(null);

  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: (index) => (rows[index]?.kind === 'group' ? heights.group : narrow ? heights.narrow : heights.wide),
    overscan: 12,
    scrollMargin: container.current?.offsetTop ?? 0,
    getItemKey: (index) => rows[index]?.key ?? index,
  });
  useEffect(() => virtual.measure(), [virtual, narrow, rows]);

  const drawn = virtual.getVirtualItems();
  const lastDrawn = drawn.at(-1)?.index ?? -1;
  useEffect(() => {
    if (hasMore && !loadingMore && lastDrawn >= rows.length - 30) onMore();
  }, [hasMore, loadingMore, lastDrawn, rows.length, onMore]);

  const focusRow = (index: number) => {
    setCurrent(index);
    virtual.scrollToIndex(index, { align: 'auto' });
    requestAnimationFrame(() => {
      container.current?.querySelector<HTMLAnchorElement>(`[data-index="${index}"] a`)?.focus({ preventScroll: true });
    });
  };
  const currentLine = current === null ? undefined : rows[current];
  const currentId = currentLine?.kind === 'line' ? currentLine.line.id : null;

  useListKeys(
    {
      move: (step) => {
        let index = (current ?? -1) + step;
        while (rows[index]?.kind === 'group') index += step;
        if (rows[index]) focusRow(index);
      },
      toggle: () => currentId && selection?.toggle(currentId),
      extend: () => currentId && selection?.extendTo(currentId),
      markAll: () =>
        selection?.setMany(
          lines.map((line) => line.id),
          true,
        ),
      clear: () => selection?.clear(),
    },
    selection !== undefined,
  );

  return (
    <div
      ref={container}
      className={classes.list}
      role="list"
      aria-label={t('list')}
      style={{ height: virtual.getTotalSize() }}
    >
      {drawn.map((item) => {
        const row = rows[item.index];
        if (!row) return null;
        const place = { transform: `translateY(${item.start - virtual.options.scrollMargin}px)`, height: item.size };
        return (
          <div key={item.key} role="listitem" className={classes.place} style={place} data-index={item.index}>
            {row.kind === 'group' ? (
              <GroupRow row={row} selection={selection} />
            ) : (
              <WorkRow
                line={row.line}
                unitId={unitId}
                selection={selection}
                current={item.index === current}
                onFocus={() => setCurrent(item.index)}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}
