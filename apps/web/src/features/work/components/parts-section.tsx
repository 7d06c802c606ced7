import type { FlowId, InstanceLine, InstancePage } from '@phancong/contracts';
import { useFlows } from '../../../lib/queries/get-flows.js';
import { Link } from '@tanstack/react-router';

import { Sheet } from '../../../components/ui/sheet.js';
import { DueText } from '../../../components/work/due-text.js';
import { StateBadge } from '../../../components/work/state-badge.js';
import { linkToLine } from '../../../components/work/links.js';
import { useLanguage, useSay } from '../../../lib/i18n/i18n.js';
import { formatPeriod } from '../../../lib/periods.js';
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
  const flows = useFlows();
  const { actor } = useSession();
  if (page.children.length === 0) return null;
  return (
    <Sheet title={t('parts')} flush>
      {groupByFlow(page.children).map(([flow, lines]) => (
        <div key={flow} className={classes.group}>
          <h3 className={classes.title}>
            {say(flows.words(flow))} <span>{lines.length}</span>
          </h3>
          {lines.map((line) => (
            <PartRow key={line.id} line={line} parentTitle={page.line.title} unitId={actor.unitId} />
          ))}
        </div>
      ))}
    </Sheet>
  );
}

interface PartRowProps {
  line: InstanceLine;
  parentTitle: string;
  unitId: string;
}

/** Names a part by what tells it from its brothers: its period, the other unit, or a title of its own. */
function PartRow({ line, parentTitle, unitId }: PartRowProps) {
  const language = useLanguage();
  const other = line.to.id === unitId ? line.from : line.to;
  const ownTitle = line.title === parentTitle ? null : line.title;
  const period = line.periodLabel === null ? null : formatPeriod(line.periodLabel, language);
  const name = period ?? ownTitle ?? other.name;
  return (
    <div className={classes.row}>
      <span className={classes.name}>
        <Link {...linkToLine(line)}>{name}</Link>
        {name !== other.name && <span className={classes.unit}>{other.name}</span>}
      </span>
      <span>
        <StateBadge flow={line.flow} state={line.state} version={line.machineVersion} />
      </span>
      <DueText line={line} />
    </div>
  );
}
