import { IsoDate } from '@phancong/contracts';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';

import { paths } from '../../config/paths.js';
import { signedInRoute } from './layout-routes.js';

const UnitsSearch = z.object({
  q: z.string().optional().catch(undefined),
  asOf: IsoDate.optional().catch(undefined),
});

const UnitSearch = z.object({ asOf: IsoDate.optional().catch(undefined) });

const unitsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: paths.units,
  validateSearch: UnitsSearch,
  component: lazyRouteComponent(() => import('../../features/units/components/units-page.js'), 'UnitsPage'),
});

const recordChangeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: paths.recordChange,
  component: lazyRouteComponent(
    () => import('../../features/units/components/record-change-page.js'),
    'RecordChangePage',
  ),
});

const unitRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: paths.unit,
  validateSearch: UnitSearch,
  component: lazyRouteComponent(() => import('../../features/units/components/unit-page.js'), 'UnitPage'),
});

const reorganisationsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: paths.reorganisations,
  component: lazyRouteComponent(
    () => import('../../features/reorganisations/components/reorganisations-page.js'),
    'ReorganisationsPage',
  ),
});

const reorganisationRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: paths.reorganisation,
  component: lazyRouteComponent(
    () => import('../../features/reorganisations/components/reorganisation-page.js'),
    'ReorganisationPage',
  ),
});

/** Routes of the registry of units and of its reorganisations. */
export const unitRoutes = [
  unitsRoute,
  recordChangeRoute,
  unitRoute,
  reorganisationsRoute,
  reorganisationRoute,
] as const;
