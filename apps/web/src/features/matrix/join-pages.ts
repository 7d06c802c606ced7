import type { MatrixCell, PlanMatrix } from '@phancong/contracts';

/** The whole matrix: in each row one place for each unit, in the order of the units, empty where the unit has no work. */
export interface JoinedMatrix {
  units: PlanMatrix['units'];
  rows: { itemId: string; ref: string; title: string; cells: (MatrixCell | undefined)[] }[];
}

/** Pages put together; a unit that first appears on a later page joins the columns at the end. */
export function joinPages(pages: readonly PlanMatrix[]): JoinedMatrix {
  const units = new Map(pages.flatMap((page) => page.units.map((unit) => [unit.id, unit])));
  const placeOf = new Map([...units.keys()].map((id, place) => [id, place]));
  const rows = pages.flatMap((page) =>
    page.rows.map(({ cells, ...row }) => {
      const places = Array<MatrixCell | undefined>(units.size).fill(undefined);
      for (const cell of cells) places[placeOf.get(page.units[cell.unit]?.id ?? '') ?? units.size] = cell;
      return { ...row, cells: places };
    }),
  );
  return { units: [...units.values()], rows };
}
