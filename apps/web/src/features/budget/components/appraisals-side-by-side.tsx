import type { InstanceLine, InstancePage } from '@phancong/contracts';
import { Link } from '@tanstack/react-router';

import { Sheet } from '../../../components/ui/sheet.js';
import { DueText } from '../../../components/work/due-text.js';
import { StateBadge } from '../../../components/work/state-badge.js';
import { paths } from '../../../config/paths.js';
import { useBudgetWords } from '../budget-words.js';
import classes from './budget-section.module.css';

/** The departments that appraise, each with its rounds, the latest first. */
function groupByUnit(lines: readonly InstanceLine[]): InstanceLine[][] {
  const groups = new Map<string, InstanceLine[]>();
  for (const line of lines) groups.set(line.to.id, [line, ...(groups.get(line.to.id) ?? [])]);
  return [...groups.values()];
}

/** The appraisals of an estimate beside each other: both have to agree, either may send it back. */
export function AppraisalsSideBySide({ page }: { page: InstancePage }) {
  const t = useBudgetWords();
  const groups = groupByUnit(page.children.filter(({ flow }) => flow === 'appraisal'));
  const { reason, returnedByUnitId } = page.context;
  if (groups.length === 0) return null;
  return (
    <Sheet title={t('appraisals')}>
      <div className={classes.sides}>
        {groups.map(([latest, ...earlier]) =>
          latest ? (
            <div key={latest.to.id} className={classes.side}>
              <Link to={paths.workPage} params={{ id: latest.id }} className={classes.sideName}>
                {latest.to.name}
              </Link>
              <StateBadge flow="appraisal" state={latest.state} />
              <DueText line={latest} />
              {returnedByUnitId === latest.to.id && typeof reason === 'string' && (
                <p className={classes.reason}>{t('reason', { reason })}</p>
              )}
              {earlier.map((line, index) => (
                <Link key={line.id} to={paths.workPage} params={{ id: line.id }} className={classes.earlier}>
                  {t('round', { round: earlier.length - index })} <StateBadge flow="appraisal" state={line.state} />
                </Link>
              ))}
            </div>
          ) : null,
        )}
      </div>
    </Sheet>
  );
}
