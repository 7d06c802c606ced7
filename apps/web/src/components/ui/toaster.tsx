import '@mantine/notifications/styles.css';
import { Suspense, lazy } from 'react';

import classes from './toaster.module.css';
import { useToasterWanted } from './toasts.js';

const Notifications = lazy(async () => ({ default: (await import('@mantine/notifications')).Notifications }));

/** Under the navigation, away from the buttons of the page; what the toasts still cover can be scrolled clear of them. */
export function Toaster() {
  if (!useToasterWanted()) return null;
  return (
    <Suspense fallback={null}>
      <Notifications
        position="bottom-left"
        containerWidth={340}
        limit={3}
        classNames={{ root: classes.toasts ?? '' }}
      />
    </Suspense>
  );
}
