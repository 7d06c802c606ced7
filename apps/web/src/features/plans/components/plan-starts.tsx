import type { PlanPage } from '@phancong/contracts';

import { StartPanel } from '../../../components/work/start-panel.js';
import { useStarts } from '../api/get-starts.js';

/** What may be opened on a running plan. Nothing is shown until it is known, so that the table does not jump twice. */
export function PlanStarts({ plan }: { plan: PlanPage }) {
  const starts = useStarts(plan.id);
  if (!starts.data) return null;
  return <StartPanel parentId={plan.id} offers={starts.data.items} dueOn={null} />;
}
