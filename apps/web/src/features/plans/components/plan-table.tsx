import { useMediaQuery } from '@mantine/hooks';
import type { PlanPage, PlanRow } from '@phancong/contracts';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';

import { usePlansWords } from '../plans-words.js';
import { PlanTableRow } from './plan-table-row.js';
import classes from './plan-table.module.css';

interface PlanTableProps {
  plan: PlanPage;
  rows: readonly PlanRow[];
  hasMore: boolean;
  loadingMore: boolean;
  onMore: () => void;
}

const columns = ['stt', 'form', 'unit', 'time', 'lead', 'coordinators', 'work', 'progress'] as const;
const heights = { heading: 34, wide: 112, narrow: 210 };

/** The columns of the signed table and one more, progress. Rows are drawn only where one looks; a phone gets cards. */
export function PlanTable({ plan, rows, hasMore, loadingMore, onMore }: PlanTableProps) {
  const t = usePlansWords();
  const narrow = useMediaQuery('(max-width: 1000px)', window.matchMedia('(max-width: 1000px)').matches, {
    getInitialValueInEffect: false,
  });
  const body = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: (index) =>
      rows[index]?.kind === 'heading' ? heights.heading : narrow ? heights.narrow : heights.wide,
    overscan: 8,
    scrollMargin: body.current?.offsetTop ?? 0,
    getItemKey: (index) => rows[index]?.position ?? index,
  });
  useEffect(() => virtual.measure(), [virtual, narrow]);

  const drawn = virtual.getVirtualItems();
  const lastDrawn = drawn.at(-1)?.index ?? -1;
  useEffect(() => {
    if (hasMore && !loadingMore && lastDrawn >= rows.length - 20) onMore();
  }, [hasMore, loadingMore, lastDrawn, rows.length, onMore]);

  const toggle = (key: string) =>
    setOpen((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });

  return (
    <div
      className={classes.table}
      role="table"
      aria-label={t('tableLabel', { title: plan.title })}
      aria-rowcount={hasMore ? -1 : rows.length + 1}
    >
      <div role="rowgroup" className={classes.head}>
        <div role="row" aria-rowindex={1} className={classes.headRow}>
          {columns.map((column) => (
            <div key={column} role="columnheader" className={classes.headCell}>
              {t(column)}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" ref={body} className={classes.body} style={{ height: virtual.getTotalSize() }}>
        {drawn.map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          const key = String(row.position);
          return (
            <div
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              role="row"
              aria-rowindex={item.index + 2}
              className={classes.place}
              style={{ transform: `translateY(${item.start - virtual.options.scrollMargin}px)` }}
            >
              <PlanTableRow plan={plan} row={row} open={open.has(key)} onToggle={() => toggle(key)} />
            </div>
          );
        })}
      </div>
    </div>
  );
}
