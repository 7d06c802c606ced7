import type { InstancePage } from '@phancong/contracts';
import { Suspense, lazy } from 'react';

import { LoadingRows } from '../../components/ui/states.js';
import { WorkPage } from '../../features/work/components/work-page.js';

const BudgetSection = lazy(async () => ({
  default: (await import('../../features/budget/components/budget-section.js')).BudgetSection,
}));

/** What only one flow has to show, fetched when it is shown. */
const renderOwnPart = (page: InstancePage) =>
  page.line.flow === 'budget' ? (
    <Suspense fallback={<LoadingRows rows={3} />}>
      <BudgetSection page={page} />
    </Suspense>
  ) : null;

/** The page of one piece of work, with the part that its flow brings along. */
export function WorkPageRoute() {
  return <WorkPage renderOwnPart={renderOwnPart} />;
}
