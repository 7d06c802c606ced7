import type { Words } from '@phancong/contracts';
import { notifications } from '@mantine/notifications';

import { wordsOfError } from '../../lib/api-error.js';

export function showSuccess(message: string): void {
  notifications.show({ message, color: 'green', autoClose: 5000 });
}

/** Shows why something was refused, in the sentence that the server or the machine gave. */
export function showRefusal(error: unknown, say: (words: Words) => string): void {
  notifications.show({ message: say(wordsOfError(error)), color: 'red', autoClose: 9000 });
}
