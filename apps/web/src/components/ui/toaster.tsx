import '@mantine/notifications/styles.css';
import { Suspense, lazy } from 'react';

import { useToasterWanted } from './toasts.js';

const Notifications = lazy(async () => ({ default: (await import('@mantine/notifications')).Notifications }));

export function Toaster() {
  if (!useToasterWanted()) return null;
  return (
    <Suspense fallback={null}>
      <Notifications position="bottom-right" limit={3} />
    </Suspense>
  );
}
