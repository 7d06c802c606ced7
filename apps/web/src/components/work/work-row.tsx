import type { InstanceLine } from '@phancong/contracts';
import { Link } from '@tanstack/react-router';

import { useLanguage, useSay } from '../../lib/i18n/i18n.js';
import { formatPeriod } from '../../lib/periods.js';
import { useFlows } from '../../lib/queries/get-flows.js';
import { MarkBox } from '../ui/mark-box.js';
import { DueText } from './due-text.js';
import { linkToLine } from './links.js';
import { StateBadge } from './state-badge.js';
import type { Selection } from './use-selection.js';
import classes from './work-list.module.css';
import { useWorkWords } from './work-words.js';

interface WorkRowProps {
  line: InstanceLine;
  unitId: string;
  selection: Selection | undefined;
  current: boolean;
  onFocus?: () => void;
}

export function WorkRow({ line, unitId, selection, current, onFocus }: WorkRowProps) {
  const t = useWorkWords();
  const say = useSay();
  const language = useLanguage();
  const flows = useFlows();
  const parties = flows.parties(line.flow, line.machineVersion);
  const [other, otherWords] = line.to.id === unitId ? [line.from, parties.from] : [line.to, parties.to];
  const marked = selection?.ids.has(line.id) ?? false;
  return (
    <div className={classes.row} data-marked={marked || undefined} data-current={current || undefined}>
      {selection && (
        <span className={classes.mark}>
          <MarkBox
            label={t('select', { title: line.title })}
            checked={marked}
            onChange={(event) =>
              (event.nativeEvent as MouseEvent).shiftKey ? selection.extendTo(line.id) : selection.toggle(line.id)
            }
          />
        </span>
      )}
      <Link {...linkToLine(line)} className={classes.link} onFocus={onFocus}>
        <span className={classes.title}>
          {line.ref && <span className={classes.ref}>{line.ref}</span>}
          {line.title}
        </span>
        <span className={classes.sub}>
          {say(flows.words(line.flow, line.machineVersion))}
          {line.periodLabel && ` · ${formatPeriod(line.periodLabel, language)}`}
          {line.origin && ` · ${t('origin', { name: line.origin.shortName })}`}
        </span>
      </Link>
      <span className={classes.unit} title={say(otherWords)}>
        {other.shortName}
      </span>
      <span className={classes.state}>
        <StateBadge flow={line.flow} state={line.state} version={line.machineVersion} />
      </span>
      <span className={classes.dueCell}>
        <DueText line={line} />
      </span>
    </div>
  );
}
