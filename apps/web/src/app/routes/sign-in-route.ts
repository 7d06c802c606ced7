import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';

import { paths } from '../../config/paths.js';
import { getWelcomeQueryOptions } from '../../features/session/api/get-welcome.js';
import { rootRoute } from './layout-routes.js';

/** `next` leads only to an address of this site. */
const SignInSearch = z.object({
  next: z
    .string()
    .regex(/^\/(?!\/)/)
    .optional()
    .catch(undefined),
  /** Why the identity server did not let somebody in: one of these, never a text from elsewhere. */
  refused: z.enum(['IDENTITY_REFUSED', 'IDENTITY_UNKNOWN', 'IDENTITY_AWAY']).optional().catch(undefined),
});

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.signIn,
  validateSearch: SignInSearch,
  loader: ({ context }) => {
    // The page shows by itself what could not be read.
    context.queryClient.query(getWelcomeQueryOptions()).catch(() => undefined);
  },
  component: lazyRouteComponent(() => import('../../features/session/components/sign-in-page.js'), 'SignInPage'),
});
