import { Checkbox } from '@mantine/core';
import type { InstanceLine } from '@phancong/contracts';
import { Link } from '@tanstack/react-router';
import type { LinkProps } from '@tanstack/react-router';
import { flowOf } from '@phancong/workflows';

import { paths } from '../../config/paths.js';
import { partiesOf } from '../../lib/flows.js';
import { useSay } from '../../lib/i18n/i18n.js';
import { DueText } from './due-text.js';
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

/** Where a line opens: a plan has its own screen, everything else the page of one piece of work. */
export function linkToLine(line: Pick<InstanceLine, 'flow' | 'id' | 'planId'>): LinkProps {
  return (
    line.flow === 'plan'
      ? { to: paths.plan, params: { planId: line.planId } }
      : { to: paths.workPage, params: { id: line.id } }
  ) as LinkProps;
}

export function WorkRow({ line, unitId, selection, current, onFocus }: WorkRowProps) {
  const t = useWorkWords();
  const say = useSay();
  const parties = partiesOf(line.flow);
  const [other, otherWords] = line.to.id === unitId ? [line.from, parties.from] : [line.to, parties.to];
  const marked = selection?.ids.has(line.id) ?? false;
  return (
    <div className={classes.row} data-marked={marked || undefined} data-current={current || undefined}>
      {selection && (
        <span className={classes.mark}>
          <Checkbox
            size="xs"
            aria-label={t('select', { title: line.title })}
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
          {say(flowOf(line.flow).words)}
          {line.periodLabel && ` · ${line.periodLabel}`}
        </span>
      </Link>
      <span className={classes.unit} title={say(otherWords)}>
        {other.shortName}
      </span>
      <span className={classes.state}>
        <StateBadge flow={line.flow} state={line.state} />
      </span>
      <span className={classes.dueCell}>
        <DueText line={line} />
      </span>
    </div>
  );
}
