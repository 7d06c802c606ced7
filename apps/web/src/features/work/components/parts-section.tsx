import type { FlowId, InstanceLine, InstancePage } from '@phancong/contracts';
import { flowOf } from '@phancong/workflows';

import { Sheet } from '../../../components/ui/sheet.js';
import { WorkRow } from '../../../components/work/work-row.js';
import { useSay } from '../../../lib/i18n/i18n.js';
import { useSession } from '../../../lib/queries/get-session.js';
import { useWorkPageWords } from '../work-page-words.js';
import classes from './parts-section.module.css';

function groupByFlow(lines: readonly InstanceLine[]): [FlowId, InstanceLine[]][] {
  const groups = new Map<FlowId, InstanceLine[]>();
  for (const line of lines) groups.set(line.flow, [...(groups.get(line.flow) ?? []), line]);
  return [...groups];
}

/** Checkpoints, coordinations, hand-offs and extensions under this piece of work. */
export function PartsSection({ page }: { page: InstancePage }) {
  const t = useWorkPageWords();
  const say = useSay();
  const { actor } = useSession();
  if (page.children.length === 0) return null;
  return (
    <Sheet title={t('parts')} flush>
      {groupByFlow(page.children).map(([flow, lines]) => (
        <div key={flow} className={classes.group}>
          <h3 className={classes.title}>
            {say(flowOf(flow).words)} <span>{lines.length}</span>
          </h3>
          {lines.map((line) => (
            <div key={line.id} className={classes.row}>
              <WorkRow line={line} unitId={actor.unitId} selection={undefined} current={false} />
            </div>
          ))}
        </div>
      ))}
    </Sheet>
  );
}
