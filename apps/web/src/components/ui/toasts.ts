import type { Words } from '@phancong/contracts';
import { useSyncExternalStore } from 'react';

import { wordsOfError } from '../../lib/api-error.js';

/** The toaster is loaded with the first toast: most first screens show none. */
const loadNotifications = () => import('@mantine/notifications');

const listeners = new Set<() => void>();
let wanted = false;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useToasterWanted(): boolean {
  return useSyncExternalStore(subscribe, () => wanted);
}

async function show(message: string, color: string, autoClose: number): Promise<void> {
  wanted = true;
  for (const listener of listeners) listener();
  const { notifications } = await loadNotifications();
  const closeWord = document.documentElement.lang === 'en' ? 'Close' : 'Đóng';
  notifications.show({ message, color, autoClose, closeButtonProps: { 'aria-label': closeWord } });
}

export function showSuccess(message: string): void {
  void show(message, 'green', 5000);
}

/** Shows why something was refused, in the sentence that the server or the machine gave. */
export function showRefusal(error: unknown, say: (words: Words) => string): void {
  void show(say(wordsOfError(error)), 'red', 9000);
}
