import { IsoDate, UnitId } from '@phancong/contracts';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';

import { paths } from '../../config/paths.js';
import { signedInRoute } from './layout-routes.js';

const AuditSearch = z.object({
  from: IsoDate.optional().catch(undefined),
  to: IsoDate.optional().catch(undefined),
  unitId: UnitId.optional().catch(undefined),
  person: z.string().min(1).max(80).optional().catch(undefined),
  kind: z.enum(['move', 'change']).optional().catch(undefined),
});

const auditRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: paths.audit,
  validateSearch: AuditSearch,
  component: lazyRouteComponent(() => import('../../features/audit/components/audit-page.js'), 'AuditPage'),
});

const deliveriesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: paths.deliveries,
  component: lazyRouteComponent(
    () => import('../../features/deliveries/components/deliveries-page.js'),
    'DeliveriesPage',
  ),
});

/** The record of changes, and what is sent out. */
export const auditRoutes = [auditRoute, deliveriesRoute] as const;
