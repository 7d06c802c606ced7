import { useParams, useSearch } from '@tanstack/react-router';

import { PlanFrame } from '../../../components/plan/plan-frame.js';
import { BudgetSummaryPanel } from './budget-summary-panel.js';

export function PlanBudgetsPage() {
  const { planId } = useParams({ from: '/signed-in/ke-hoach/$planId/kinh-phi' });
  const { stage } = useSearch({ from: '/signed-in/ke-hoach/$planId/kinh-phi' });
  return <PlanFrame planId={planId}>{() => <BudgetSummaryPanel planId={planId} stage={stage} />}</PlanFrame>;
}
