import type { InstanceLine } from '@phancong/contracts';
import { useCallback, useMemo, useRef, useState } from 'react';

export interface Selection {
  ids: ReadonlySet<string>;
  lines: InstanceLine[];
  toggle: (id: string) => void;
  /** Marks everything between the last marked line and this one, as a spreadsheet does with Shift. */
  extendTo: (id: string) => void;
  setMany: (ids: readonly string[], marked: boolean) => void;
  clear: () => void;
}

/** Marks on the lines of a list; a line that left the list by another unit's move is no longer marked. */
export function useSelection(lines: readonly InstanceLine[]): Selection {
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);

  const setMany = useCallback((ids: readonly string[], on: boolean) => {
    setMarked((before) => {
      const next = new Set(before);
      for (const id of ids) {
        if (on) next.add(id);
        else next.delete(id);
      }
      return next;
    });
  }, []);

  const toggle = useCallback((id: string) => {
    last.current = id;
    setMarked((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);

  const extendTo = useCallback(
    (id: string) => {
      const order = lines.map((line) => line.id);
      const here = order.indexOf(id);
      const from = last.current === null ? here : order.indexOf(last.current);
      if (here < 0) return;
      const start = Math.min(here, from < 0 ? here : from);
      setMany(order.slice(start, Math.max(here, from) + 1), true);
      last.current = id;
    },
    [lines, setMany],
  );

  const clear = useCallback(() => setMarked(new Set()), []);
  const present = useMemo(() => lines.filter((line) => marked.has(line.id)), [lines, marked]);
  const ids = useMemo(() => new Set(present.map((line) => line.id)), [present]);
  return { ids, lines: present, toggle, extendTo, setMany, clear };
}
