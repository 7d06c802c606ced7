import type { QueryClient } from '@tanstack/react-query';
import { Outlet, createRootRouteWithContext, createRoute, redirect } from '@tanstack/react-router';

import { paths } from '../../config/paths.js';
import { ApiError } from '../../lib/api-error.js';
import { getClockQueryOptions } from '../../lib/queries/get-clock.js';
import { getFlowsQueryOptions } from '../../lib/queries/get-flows.js';
import { getSessionQueryOptions } from '../../lib/queries/get-session.js';
import { Shell } from '../shell/shell.js';

export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: Outlet });

/** Everything behind the sign-in. The session, the clock and the words of the flows are there before any screen below is drawn. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    let needed = false;
    try {
      const session = await context.queryClient.query({ ...getSessionQueryOptions(), staleTime: 'static' });
      needed = session.secondFactorNeeded;
    } catch (error) {
      if (error instanceof ApiError && error.code === 'NOT_SIGNED_IN') {
        const next = location.href === paths.home ? undefined : location.href;
        throw redirect({ to: paths.signIn, search: { next } });
      }
      throw error;
    }
    if (needed) throw redirect({ to: paths.secondFactor });
  },
  loader: ({ context: { queryClient } }) =>
    Promise.all([
      queryClient.query({ ...getClockQueryOptions(), staleTime: 'static' }),
      queryClient.query({ ...getFlowsQueryOptions(), staleTime: 'static' }),
    ]),
});
