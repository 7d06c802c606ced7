import { FlowId, Timeliness } from '@phancong/contracts';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';

import { paths } from '../../config/paths.js';
import { signedInRoute } from './layout-routes.js';

const HomeSearch = z.object({
  scope: z.enum(['mine', 'waiting', 'done']).optional().catch(undefined),
  flow: FlowId.optional().catch(undefined),
  only: z.enum(['overdue', 'dueSoon', 'toAcknowledge']).optional().catch(undefined),
});

const WorkSearch = z.object({
  flow: FlowId.optional().catch(undefined),
  planId: z.string().optional().catch(undefined),
  itemId: z.string().optional().catch(undefined),
  unitId: z.string().optional().catch(undefined),
  state: z.string().optional().catch(undefined),
  timeliness: Timeliness.optional().catch(undefined),
});

const HandoffsSearch = z.object({ scope: z.enum(['mine', 'waiting', 'done']).optional().catch(undefined) });

const homeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: paths.home,
  validateSearch: HomeSearch,
  component: lazyRouteComponent(() => import('../../features/inbox/components/home-page.js'), 'HomePage'),
});

const workListRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: paths.work,
  validateSearch: WorkSearch,
  component: lazyRouteComponent(() => import('../../features/work/components/work-list-page.js'), 'WorkListPage'),
});

const workPageRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: paths.workPage,
  component: lazyRouteComponent(() => import('./work-page-route.js'), 'WorkPageRoute'),
});

const handoffsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: paths.handoffs,
  validateSearch: HandoffsSearch,
  component: lazyRouteComponent(() => import('../../features/inbox/components/handoffs-page.js'), 'HandoffsPage'),
});

const noticesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: paths.notices,
  component: lazyRouteComponent(() => import('../../features/notices/components/notices-page.js'), 'NoticesPage'),
});

export const workRoutes = [homeRoute, workListRoute, workPageRoute, handoffsRoute, noticesRoute] as const;
