import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import type { RouterHistory } from '@tanstack/react-router';

import { ErrorState } from '../components/ui/states.js';
import { NotFoundPage } from './not-found-page.js';
import { PendingPage } from './pending-page.js';
import { auditRoutes } from './routes/audit-routes.js';
import { rootRoute, signedInRoute } from './routes/layout-routes.js';
import { doorRoutes, peopleRoutes } from './routes/people-routes.js';
import { ownFlowRoutes } from './routes/own-flow-routes.js';
import { planRoutes } from './routes/plan-routes.js';
import { signInRoute } from './routes/sign-in-route.js';
import { unitRoutes } from './routes/unit-routes.js';
import { workRoutes } from './routes/work-routes.js';

const routeTree = rootRoute.addChildren([
  signInRoute,
  ...doorRoutes,
  signedInRoute.addChildren([
    ...workRoutes,
    ...planRoutes,
    ...unitRoutes,
    ...peopleRoutes,
    ...auditRoutes,
    ...ownFlowRoutes,
  ]),
]);

/** The router of the whole product; tests pass their own history. */
export function createAppRouter(queryClient: QueryClient, history?: RouterHistory) {
  return createRouter({
    routeTree,
    ...(history ? { history } : {}),
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 150,
    scrollRestoration: true,
    defaultPendingComponent: PendingPage,
    defaultErrorComponent: ({ error, reset }) => <ErrorState error={error} onRetry={reset} />,
    defaultNotFoundComponent: NotFoundPage,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
