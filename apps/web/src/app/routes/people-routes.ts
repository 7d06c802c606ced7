import { SecurityEventKind } from '@phancong/contracts';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';

import { paths } from '../../config/paths.js';
import { getSessionQueryOptions } from '../../lib/queries/get-session.js';
import { rootRoute, signedInRoute } from './layout-routes.js';

const PeopleSearch = z.object({ q: z.string().optional().catch(undefined) });
const SecuritySearch = PeopleSearch.extend({ kind: SecurityEventKind.optional().catch(undefined) });

const delegationsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: paths.delegations,
  component: lazyRouteComponent(
    () => import('../../features/delegations/components/delegations-page.js'),
    'DelegationsPage',
  ),
});

const accountRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: paths.account,
  component: lazyRouteComponent(() => import('../../features/account/components/account-page.js'), 'AccountPage'),
});

const peopleRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: paths.people,
  validateSearch: PeopleSearch,
  component: lazyRouteComponent(() => import('../../features/people/components/people-page.js'), 'PeoplePage'),
});

const securityLogRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: paths.securityLog,
  validateSearch: SecuritySearch,
  component: lazyRouteComponent(() => import('../../features/people/components/security-page.js'), 'SecurityPage'),
});

const setupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.setup,
  component: lazyRouteComponent(() => import('../../features/session/components/setup-page.js'), 'SetupPage'),
});

const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.invitation,
  component: lazyRouteComponent(() => import('../../features/session/components/invitation-page.js'), 'InvitationPage'),
});

/** Outside of the frame of screens: nothing of them opens before. */
const secondFactorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.secondFactor,
  loader: ({ context }) => context.queryClient.query({ ...getSessionQueryOptions(), staleTime: 'static' }),
  component: lazyRouteComponent(
    () => import('../../features/account/components/second-factor-page.js'),
    'SecondFactorPage',
  ),
});

/** Routes of people, posts, delegations and keys behind the sign-in. */
export const peopleRoutes = [delegationsRoute, accountRoute, peopleRoute, securityLogRoute] as const;

/** Doors for those who have no account yet. */
export const doorRoutes = [setupRoute, invitationRoute, secondFactorRoute] as const;
