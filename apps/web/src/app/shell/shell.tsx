import { Outlet } from '@tanstack/react-router';
import { Suspense, lazy } from 'react';

import { LoadingRows } from '../../components/ui/states.js';
import { useUnreadCount } from '../../features/notices/api/get-notices.js';
import { useLiveUpdates } from '../../lib/live.js';
import { ConnectionBanner } from './connection-banner.js';
import { Header } from './header.js';
import { KeyboardHelp } from './keyboard-help.js';
import { BottomNavigation, SideNavigation } from './navigation.js';
import { useShellWords } from './shell-words.js';
import classes from './shell.module.css';

const AdministrationNavigation = lazy(async () => ({
  default: (await import('./administration-navigation.js')).AdministrationNavigation,
}));

/** The frame around every screen behind the sign-in. */
export function Shell() {
  const t = useShellWords();
  const unread = useUnreadCount();
  useLiveUpdates();

  return (
    <div className={classes.shell}>
      <a href="#main" className={classes.skip}>
        {t('skip')}
      </a>
      <Header unread={unread} />
      <aside className={classes.sideArea}>
        <div>
          <SideNavigation unread={unread} />
          <Suspense fallback={null}>
            <AdministrationNavigation />
          </Suspense>
        </div>
      </aside>
      <main id="main" tabIndex={-1} className={classes.main}>
        <ConnectionBanner />
        <Suspense fallback={<LoadingRows />}>
          <Outlet />
        </Suspense>
      </main>
      <div className={classes.bottomArea}>
        <BottomNavigation />
      </div>
      <KeyboardHelp />
    </div>
  );
}
