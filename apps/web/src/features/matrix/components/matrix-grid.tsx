import type { MatrixCell } from '@phancong/contracts';
import { useNavigate } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { MouseEvent } from 'react';

import { paths } from '../../../config/paths.js';
import { useGlossary } from '../../../lib/i18n/glossary.js';
import { heatOfCell, shortenForColumn } from '../heat-of-cell.js';
import type { JoinedMatrix } from '../join-pages.js';
import { useMatrixWords } from '../matrix-words.js';
import { useGridKeys } from '../use-grid-keys.js';
import type { GridPosition } from '../use-grid-keys.js';
import { HeatLegend } from './heat-legend.js';
import classes from './matrix-grid.module.css';
import { MatrixRow } from './matrix-row.js';

interface MatrixGridProps extends JoinedMatrix {
  planId: string;
}

const rowHeight = 34;

/** Counts of a cell in words: 'Quá hạn 1, Trong hạn 2'. */
function useCountWords() {
  const glossary = useGlossary();
  const t = useMatrixWords();
  return useCallback(
    (cell: MatrixCell) =>
      (
        [
          ['tasks', cell.tasks],
          ['reports', cell.reports],
        ] as const
      )
        .map(([kind, counts]) => {
          const told = (['openOverdue', 'openInTime', 'doneLate', 'doneOnTime', 'standing', 'cancelled'] as const)
            .filter((box) => counts[box])
            .map((box) => `${glossary(box).toLocaleLowerCase()} ${counts[box]}`);
          return told.length > 0 ? `${t(kind)}: ${told.join(', ')}` : null;
        })
        .filter((words) => words !== null)
        .join('; '),
    [glossary, t],
  );
}

/**
 * Heat map of rows by units. Each cell is a link to its tasks; colour, sign and number say the same. Arrows move through
 * it as through a spreadsheet, one cell being in the tab order.
 */
export function MatrixGrid({ planId, rows, units }: MatrixGridProps) {
  const t = useMatrixWords();
  const navigate = useNavigate();
  const countWords = useCountWords();
  const scroller = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<GridPosition | null>(null);
  const size = useMemo(() => ({ rows: rows.length, columns: units.length }), [rows.length, units.length]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 14,
    initialRect: { width: 1200, height: 700 },
  });

  const focus = useCallback(
    ({ row, column }: GridPosition) => {
      virtual.scrollToIndex(row, { align: 'auto' });
      requestAnimationFrame(() => {
        const cell = scroller.current?.querySelector<HTMLElement>(`[data-place="${row}:${column}"]`);
        cell?.focus({ preventScroll: true });
        cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      });
    },
    [virtual],
  );
  const keys = useGridKeys(size, focus);

  const wordsAt = ({ row, column }: GridPosition): string => {
    const [item, unit] = [rows[row], units[column]];
    if (!item || !unit) return '';
    const cell = item.cells[column];
    const where = { ref: item.ref, unit: unit.name };
    return cell ? t('cell', { ...where, counts: countWords(cell) }) : t('emptyCell', where);
  };
  const placeOf = (target: EventTarget): GridPosition | null => {
    const place = (target as HTMLElement).closest<HTMLElement>('[data-place]')?.dataset.place;
    if (!place) return null;
    const [row, column] = place.split(':').map(Number) as [number, number];
    return { row, column };
  };
  const open = (event: MouseEvent) => {
    const place = placeOf(event.target);
    if (!place || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const [item, unit] = [rows[place.row], units[place.column]];
    const cell = item?.cells[place.column];
    const told = cell && heatOfCell(cell);
    if (!item || !unit || !told) return;
    event.preventDefault();
    const { flow, heat: timeliness } = told;
    void navigate({ to: paths.work, search: { flow, planId, itemId: item.itemId, unitId: unit.id, timeliness } });
  };

  return (
    <>
      <div className={classes.above}>
        <HeatLegend />
        <span className={classes.hint}>{t('hint')}</span>
      </div>
      <div
        ref={scroller}
        className={classes.scroller}
        role="grid"
        tabIndex={-1}
        aria-label={t('label')}
        aria-rowcount={rows.length + 1}
        aria-colcount={units.length + 1}
        onKeyDown={keys.onKeyDown}
        onClick={open}
        onMouseOver={(event) => setPointed(placeOf(event.target))}
        onMouseLeave={() => setPointed(null)}
        onFocus={(event) => {
          const place = placeOf(event.target);
          if (place) keys.setCurrent(place);
          setPointed(place);
        }}
      >
        <div role="row" aria-rowindex={1} className={classes.headRow}>
          <div role="columnheader" className={classes.corner}>
            {t('row')}
          </div>
          {units.map((unit, column) => (
            <div
              key={unit.id}
              role="columnheader"
              aria-colindex={column + 2}
              className={classes.unit}
              data-current={pointed?.column === column || undefined}
              title={unit.name}
            >
              <span>{shortenForColumn(unit.shortName)}</span>
            </div>
          ))}
        </div>
        <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index];
            if (!row) return null;
            return (
              <MatrixRow
                key={row.itemId}
                planId={planId}
                row={row}
                index={item.index}
                start={item.start}
                units={units}
                currentColumn={keys.current.row === item.index ? keys.current.column : null}
                pointed={pointed?.row === item.index}
                wordsAt={(column) => wordsAt({ row: item.index, column })}
              />
            );
          })}
        </div>
      </div>
      <p className={classes.reading}>{pointed ? wordsAt(pointed) : t('atCell')}</p>
      <p className={classes.hint}>{t('legend')}</p>
    </>
  );
}
