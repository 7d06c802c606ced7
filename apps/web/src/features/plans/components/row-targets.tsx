import type { PlanRowPage } from '@phancong/contracts';

import { Sheet } from '../../../components/ui/sheet.js';
import { TargetLine, TargetList } from '../../../components/work/target-line.js';
import { usePlansWords } from '../plans-words.js';

/** Quotas of the row over all its units. Shares of something have a mean, everything else a sum. */
export function RowTargets({ page: { targets } }: { page: PlanRowPage }) {
  const t = usePlansWords();
  if (targets.length === 0) return null;
  return (
    <Sheet title={t('targets')}>
      <TargetList>
        {targets.map(({ tasks, ...target }, index) => (
          <TargetLine key={`${index}-${target.metric}`} {...target}>
            {t(target.unit.startsWith('%') ? 'mean' : 'targetTasks', { count: tasks })}
          </TargetLine>
        ))}
      </TargetList>
    </Sheet>
  );
}
