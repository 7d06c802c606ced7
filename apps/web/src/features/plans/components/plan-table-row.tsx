import type { PlanPage, PlanRow } from '@phancong/contracts';
import { Link } from '@tanstack/react-router';

import { CountLinks } from '../../../components/plan/count-links.js';
import { CountsBar } from '../../../components/ui/counts-bar.js';
import { paths } from '../../../config/paths.js';
import { formatDay } from '../../../lib/dates.js';
import { useLanguage } from '../../../lib/i18n/i18n.js';
import { plainCell } from '../../../lib/source-words.js';
import { usePlansWords } from '../plans-words.js';
import classes from './plan-table.module.css';

interface PlanTableRowProps {
  plan: PlanPage;
  row: PlanRow;
  open: boolean;
  onToggle: () => void;
}

/** Text longer than this is cut to a few lines until one asks for all of it. */
const longText = 150;

export function PlanTableRow({ plan, row, open, onToggle }: PlanTableRowProps) {
  const t = usePlansWords();
  if (row.kind === 'heading' || !row.itemId) return <HeadingCells row={row} />;
  const text = plainCell(row.text ?? '').trim();
  const long = text.length > longText;
  return (
    <div className={classes.row} data-open={open || undefined}>
      <div role="rowheader" className={classes.ref}>
        {row.ref}
      </div>
      <div role="cell" className={classes.form}>
        <Link to={paths.planRow} params={{ planId: plan.id, itemId: row.itemId }} className={classes.title}>
          {row.title}
        </Link>
      </div>
      <Cell name={t('unit')} area="unit" words={row.unitOfMeasure} />
      <Cell name={t('time')} area="time" words={row.timingText} />
      <Cell name={t('lead')} area="lead" words={row.leads.join('\n')} strong />
      <Cell name={t('coordinators')} area="coordinators" words={row.coordinators.join('; ')} />
      <div role="cell" className={classes.work}>
        <span className={classes.text}>{text}</span>
        {long && (
          <button
            type="button"
            className={classes.more}
            aria-expanded={open}
            aria-label={`${t(open ? 'showLess' : 'showAll')}: ${t('ofRow', { ref: row.ref })}`}
            onClick={onToggle}
          >
            {t(open ? 'showLess' : 'showAll')}
          </button>
        )}
      </div>
      <div role="cell" className={classes.progress}>
        <Progress plan={plan} row={row} itemId={row.itemId} />
      </div>
    </div>
  );
}

function HeadingCells({ row }: { row: PlanRow }) {
  const depth = row.ref.split('.').length;
  return (
    <div className={classes.heading} data-depth={Math.min(depth, 3)}>
      <div role="rowheader" className={classes.ref}>
        {row.ref}
      </div>
      <div role="cell" aria-colspan={7}>
        {row.title}
      </div>
    </div>
  );
}

interface CellProps {
  name: string;
  area: 'unit' | 'time' | 'lead' | 'coordinators';
  words: string | null;
  strong?: boolean;
}

/** The name of the column is shown on a phone only, where a row is a card. */
function Cell({ name, area, words, strong }: CellProps) {
  return (
    <div role="cell" className={classes.cell} data-area={area} data-strong={strong || undefined}>
      {words && (
        <>
          <span className={classes.name} aria-hidden="true">
            {name}
          </span>
          <span className={classes.clamped} title={words.length > 60 ? words : undefined}>
            {words}
          </span>
        </>
      )}
    </div>
  );
}

/** The boxes as a bar and as numbers; the total opens all tasks of the row. */
function Progress({ plan, row, itemId }: { plan: PlanPage; row: PlanRow; itemId: string }) {
  const t = usePlansWords();
  const language = useLanguage();
  const { counts, reports } = row;
  if (!counts || counts.total === 0) {
    const working = plan.state === 'active' || plan.state === 'closed';
    return <span className={classes.quiet}>{t(working ? 'noTasksOfYours' : 'noTasks')}</span>;
  }
  const search = { flow: 'task' as const, planId: plan.id, itemId };
  // While all tasks of the year are simply open, their reports tell what moves.
  const tasksTell = counts.openInTime < counts.total || !reports?.total;
  return (
    <>
      {tasksTell && (
        <>
          <CountsBar counts={counts} />
          <CountLinks counts={counts} search={search} about={t('ofRow', { ref: row.ref })} />
        </>
      )}
      {reports && reports.total > 0 && (
        <span className={classes.reports}>
          <span className={classes.quiet}>{t('reportsOfRow')}</span>
          <CountsBar counts={reports} />
          <CountLinks
            counts={reports}
            search={{ ...search, flow: 'checkpoint' }}
            about={`${t('reportsOfRow')}, ${t('ofRow', { ref: row.ref })}`}
          />
        </span>
      )}
      <span className={classes.quiet}>
        <Link to={paths.work} search={search}>
          {t('tasksOfRow', { count: counts.total })}
        </Link>
        {row.nextDueOn && ` · ${t('nextDue', { day: formatDay(row.nextDueOn, language) })}`}
      </span>
    </>
  );
}
