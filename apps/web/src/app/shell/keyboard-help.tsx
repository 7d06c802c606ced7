import { useHotkeys } from '@mantine/hooks';
import { Suspense, lazy, useState, useSyncExternalStore } from 'react';

const KeyboardTable = lazy(async () => ({ default: (await import('./keyboard-table.js')).KeyboardTable }));

const listeners = new Set<() => void>();
let timesAsked = 0;

/** Opens the table of keys, from the menu or by its own key. */
export function openKeyboardHelp(): void {
  timesAsked += 1;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function KeyboardHelp() {
  const asked = useSyncExternalStore(subscribe, () => timesAsked);
  const [closedAt, setClosedAt] = useState(timesAsked);
  useHotkeys([['shift+?', openKeyboardHelp]]);
  if (asked === closedAt) return null;
  return (
    <Suspense fallback={null}>
      <KeyboardTable onClose={() => setClosedAt(asked)} />
    </Suspense>
  );
}
