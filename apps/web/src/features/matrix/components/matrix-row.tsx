import { Link } from '@tanstack/react-router';

import { paths } from '../../../config/paths.js';
import { heatOfCell, signOfHeat } from '../heat-of-cell.js';
import type { CellHeat } from '../heat-of-cell.js';
import type { JoinedMatrix } from '../join-pages.js';
import classes from './matrix-grid.module.css';

interface MatrixRowProps {
  planId: string;
  row: JoinedMatrix['rows'][number];
  index: number;
  start: number;
  units: JoinedMatrix['units'];
  /** The column that is in the tab order, where it is in this row. */
  currentColumn: number | null;
  pointed: boolean;
  wordsAt: (column: number) => string;
}

/** Address of what a cell counts; written by hand because a matrix holds thousands of them. */
const addressOf = (planId: string, itemId: string, unitId: string, { heat, flow }: CellHeat) =>
  `${paths.work}?flow=${flow}&planId=${planId}&itemId=${itemId}&unitId=${encodeURIComponent(unitId)}&timeliness=${heat}`;

export function MatrixRow(props: MatrixRowProps) {
  const { planId, row, index, start, units, currentColumn, pointed, wordsAt } = props;
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
        const cell = row.cells[column];
        const told = cell ? heatOfCell(cell) : null;
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
            {cell && told && (
              <a
                href={addressOf(planId, row.itemId, unit.id, told)}
                tabIndex={tabIndex}
                data-place={place}
                data-heat={told.heat}
                className={classes.heat}
                aria-label={wordsAt(column)}
              >
                <span aria-hidden="true">
                  {signOfHeat[told.heat]}
                  {told.number}
                </span>
              </a>
            )}
          </div>
        );
      })}
    </div>
  );
}
