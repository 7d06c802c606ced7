import { useSyncExternalStore } from 'react';

/** `lost` while requests go unanswered; the banner of the shell shows it and goes away by itself. */
export type Connection = 'ok' | 'lost';

let current: Connection = 'ok';
const listeners = new Set<() => void>();

export function setConnection(next: Connection): void {
  if (next === current) return;
  current = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, () => current);
}
