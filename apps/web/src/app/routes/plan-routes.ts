import { MoneyStage } from '@phancong/contracts';
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { z } from 'zod';

import { paths } from '../../config/paths.js';
import { signedInRoute } from './layout-routes.js';

const MoneySearch = z.object({ stage: MoneyStage.optional().catch(undefined) });
const BudgetsSearch = MoneySearch.extend({ planId: z.string().optional().catch(undefined) });

const plansRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: paths.plans,
  component: lazyRouteComponent(() => import('../../features/plans/components/plans-page.js'), 'PlansPage'),
});

const planImportRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: paths.planImport,
  component: lazyRouteComponent(() => import('../../features/plans/components/import-page.js'), 'ImportPage'),
});

const planTableRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: paths.plan,
  component: lazyRouteComponent(() => import('../../features/plans/components/plan-table-page.js'), 'PlanTablePage'),
});

const planRowRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: paths.planRow,
  component: lazyRouteComponent(() => import('../../features/plans/components/plan-row-page.js'), 'PlanRowPage'),
});

const planTimelineRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: paths.planTimeline,
  component: lazyRouteComponent(() => import('../../features/plans/components/timeline-page.js'), 'TimelinePage'),
});

const planReviewRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: paths.planReview,
  component: lazyRouteComponent(() => import('../../features/review/components/review-page.js'), 'ReviewPage'),
});

const planActivationRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: paths.planActivation,
  component: lazyRouteComponent(
    () => import('../../features/activation/components/activation-page.js'),
    'ActivationPage',
  ),
});

const planAmendmentsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: paths.planAmendments,
  component: lazyRouteComponent(
    () => import('../../features/amendments/components/amendments-page.js'),
    'AmendmentsPage',
  ),
});

const planAmendmentRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: paths.planAmendment,
  component: lazyRouteComponent(
    () => import('../../features/amendments/components/amendment-page.js'),
    'AmendmentPage',
  ),
});

const planMatrixRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: paths.planMatrix,
  component: lazyRouteComponent(() => import('../../features/matrix/components/matrix-page.js'), 'MatrixPage'),
});

const planBudgetsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: paths.planBudgets,
  validateSearch: MoneySearch,
  component: lazyRouteComponent(
    () => import('../../features/budget/components/plan-budgets-page.js'),
    'PlanBudgetsPage',
  ),
});

const budgetsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: paths.budgets,
  validateSearch: BudgetsSearch,
  component: lazyRouteComponent(() => import('../../features/budget/components/budgets-page.js'), 'BudgetsPage'),
});

/** An estimate is a piece of work like any other; its lines stand on that page. */
const budgetRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: paths.budget,
  beforeLoad: ({ params }) => {
    throw redirect({ to: paths.workPage, params, replace: true });
  },
});

/** Routes of plans, review, activation and budget. */
export const planRoutes = [
  plansRoute,
  planImportRoute,
  planTableRoute,
  planRowRoute,
  planTimelineRoute,
  planReviewRoute,
  planActivationRoute,
  planAmendmentsRoute,
  planAmendmentRoute,
  planMatrixRoute,
  planBudgetsRoute,
  budgetsRoute,
  budgetRoute,
] as const;
