import type { MatrixCell, PlanMatrix, StatusCounts } from '@phancong/contracts';
import { Link } from '@tanstack/react-router';

import { paths } from '../../../config/paths.js';
import type { Heat } from '../heat-of-cell.js';
import classes from './matrix-grid.module.css';

/** A sign for each heat, so that colour is never alone. */
const signs: Record<Heat, string> = {
  openOverdue: '!',
  openInTime: '…',
  doneLate: '✓!',
  doneOnTime: '✓',
  standing: '∞',
  cancelled: '×',
};

interface MatrixRowProps {
  planId: string;
  row: PlanMatrix['rows'][number];
  index: number;
  start: number;
  units: PlanMatrix['units'];
  cellOf: (unitId: string) => MatrixCell | undefined;
  heatOf: (counts: StatusCounts) => Heat | null;
  /** The column that is in the tab order, where it is in this row. */
  currentColumn: number | null;
  pointed: boolean;
  wordsAt: (column: number) => string;
}

/** Address of the tasks of a cell; written by hand because a matrix holds thousands of them. */
const addressOf = (planId: string, itemId: string, unitId: string) =>
  `${paths.work}?flow=task&planId=${planId}&itemId=${itemId}&unitId=${encodeURIComponent(unitId)}`;

export function MatrixRow(props: MatrixRowProps) {
  const { planId, row, index, start, units, cellOf, heatOf, currentColumn, pointed, wordsAt } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={classes.row}
      style={{ transform: `translateY(${start}px)` }}
      data-current={pointed || undefined}
    >
      <div role="rowheader" className={classes.rowHead} title={row.title} aria-label={`${row.ref} ${row.title}`}>
        <Link to={paths.planRow} params={{ planId, itemId: row.itemId }} tabIndex={-1}>
          <strong>{row.ref}</strong> <span>{row.title}</span>
        </Link>
      </div>
      {units.map((unit, column) => {
        const cell = cellOf(unit.id);
        const heat = cell ? heatOf(cell.counts) : null;
        const place = `${index}:${column}`;
        const tabIndex = currentColumn === column ? 0 : -1;
        return (
          <div
            key={unit.id}
            role="gridcell"
            aria-colindex={column + 2}
            className={classes.cell}
            {...(cell ? {} : { 'data-place': place, tabIndex, 'aria-label': wordsAt(column) })}
          >
            {cell && heat && (
              <a
                href={addressOf(planId, row.itemId, unit.id)}
                tabIndex={tabIndex}
                data-place={place}
                data-heat={heat}
                className={classes.heat}
                aria-label={wordsAt(column)}
              >
                <span aria-hidden="true">
                  {signs[heat]}
                  {cell.counts.total > 1 ? cell.counts.total : ''}
                </span>
              </a>
            )}
          </div>
        );
      })}
    </div>
  );
}
