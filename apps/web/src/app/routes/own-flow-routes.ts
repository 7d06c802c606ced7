import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { paths } from '../../config/paths.js';
import { signedInRoute } from './layout-routes.js';

const ownFlowsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: paths.ownFlows,
  component: lazyRouteComponent(() => import('../../features/own-flows/components/own-flows-page.js'), 'OwnFlowsPage'),
});

const ownFlowRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: paths.ownFlow,
  component: lazyRouteComponent(() => import('../../features/own-flows/components/own-flow-page.js'), 'OwnFlowPage'),
});

const quarantineRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: paths.quarantine,
  component: lazyRouteComponent(
    () => import('../../features/quarantine/components/quarantine-page.js'),
    'QuarantinePage',
  ),
});

/** Workflows that an office makes itself, and work whose stored state is damaged. */
export const ownFlowRoutes = [ownFlowsRoute, ownFlowRoute, quarantineRoute] as const;
