import { useCallback, useState } from 'react';
import type { KeyboardEvent } from 'react';

export interface GridPosition {
  row: number;
  column: number;
}

/** Where a key leads inside a grid; null for keys that the grid does not use. */
export function stepInGrid(
  key: string,
  withControl: boolean,
  at: GridPosition,
  size: { rows: number; columns: number },
): GridPosition | null {
  const last = { row: size.rows - 1, column: size.columns - 1 };
  switch (key) {
    case 'ArrowUp':
      return { ...at, row: Math.max(0, at.row - 1) };
    case 'ArrowDown':
      return { ...at, row: Math.min(last.row, at.row + 1) };
    case 'ArrowLeft':
      return { ...at, column: Math.max(0, at.column - 1) };
    case 'ArrowRight':
      return { ...at, column: Math.min(last.column, at.column + 1) };
    case 'Home':
      return withControl ? { row: 0, column: 0 } : { ...at, column: 0 };
    case 'End':
      return withControl ? last : { ...at, column: last.column };
    case 'PageUp':
      return { ...at, row: Math.max(0, at.row - 10) };
    case 'PageDown':
      return { ...at, row: Math.min(last.row, at.row + 10) };
    default:
      return null;
  }
}

/** One cell of a grid is in the tab order; the arrows move it. `focus` puts the browser's focus on the new cell. */
export function useGridKeys(size: { rows: number; columns: number }, focus: (position: GridPosition) => void) {
  const [current, setCurrent] = useState<GridPosition>({ row: 0, column: 0 });
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const next = stepInGrid(event.key, event.ctrlKey || event.metaKey, current, size);
      if (!next) return;
      event.preventDefault();
      setCurrent(next);
      focus(next);
    },
    [current, size, focus],
  );
  return { current, setCurrent, onKeyDown };
}
