import { Text } from '@mantine/core';
import type { PlanPage, PlanRowPage as RowPage } from '@phancong/contracts';
import { Link, useParams } from '@tanstack/react-router';

import { CountLinks } from '../../../components/plan/count-links.js';
import { PlanFrame } from '../../../components/plan/plan-frame.js';
import { CountsBar } from '../../../components/ui/counts-bar.js';
import { Sheet } from '../../../components/ui/sheet.js';
import { ErrorState, LoadingRows } from '../../../components/ui/states.js';
import { paths } from '../../../config/paths.js';
import { formatDay } from '../../../lib/dates.js';
import { useGlossary } from '../../../lib/i18n/glossary.js';
import { useLanguage } from '../../../lib/i18n/i18n.js';
import { formatMoney } from '../../../lib/numbers.js';
import { unfoldDuties } from '../../../lib/source-words.js';
import { usePlanRow } from '../api/get-plan-row.js';
import { usePlansWords } from '../plans-words.js';
import classes from './plan-row-page.module.css';
import { RowBudgets } from './row-budgets.js';
import { RowSource } from './row-source.js';
import { RowTargets } from './row-targets.js';

/** One row of the plan: its words, its progress over all units, its targets, its money, its source. */
export function PlanRowPage() {
  const { planId, itemId } = useParams({ from: '/signed-in/ke-hoach/$planId/dong/$itemId' });
  return <PlanFrame planId={planId}>{(plan) => <Row plan={plan} itemId={itemId} />}</PlanFrame>;
}

function Row({ plan, itemId }: { plan: PlanPage; itemId: string }) {
  const page = usePlanRow(plan.id, itemId);
  if (page.isPending) return <LoadingRows rows={5} height={80} />;
  if (!page.data) return <ErrorState error={page.error} onRetry={() => void page.refetch()} />;
  const { row } = page.data;
  return (
    <article aria-labelledby="row-title">
      <h2 id="row-title" className={classes.title}>
        <span className={classes.ref}>{row.ref}</span>
        {row.title}
      </h2>
      <div className={classes.columns}>
        <div className={classes.main}>
          <RowProgress page={page.data} />
          <RowTargets page={page.data} />
          <RowBudgets page={page.data} plan={plan} />
        </div>
        <div className={classes.main}>
          <RowFacts page={page.data} />
          <RowSource page={page.data} fileName={plan.fileName} />
        </div>
      </div>
    </article>
  );
}

function RowProgress({ page: { row, planId } }: { page: RowPage }) {
  const t = usePlansWords();
  const language = useLanguage();
  const { counts, reports, itemId } = row;
  if (!counts || counts.total === 0 || !itemId) {
    return (
      <Sheet title={t('rowProgress')}>
        <Text c="dimmed">{t('noTasks')}</Text>
      </Sheet>
    );
  }
  const search = { flow: 'task' as const, planId, itemId };
  return (
    <Sheet title={t('rowProgress')} aside={<strong>{t('tasksOfRow', { count: counts.total })}</strong>}>
      <CountsBar counts={counts} />
      <div className={classes.numbers}>
        <CountLinks counts={counts} search={search} about={t('ofRow', { ref: row.ref })} />
      </div>
      {reports && reports.total > 0 && (
        <>
          <Text size="sm" c="dimmed" mt="xs">
            {t('reportsOfRow')}
          </Text>
          <CountsBar counts={reports} />
          <div className={classes.numbers}>
            <CountLinks
              counts={reports}
              search={{ ...search, flow: 'checkpoint' }}
              about={`${t('reportsOfRow')}, ${t('ofRow', { ref: row.ref })}`}
            />
          </div>
        </>
      )}
      <div className={classes.links}>
        <Link to={paths.work} search={search}>
          {t('openTasks')}
        </Link>
        {row.nextDueOn && <span>{t('nextDue', { day: formatDay(row.nextDueOn, language) })}</span>}
      </div>
    </Sheet>
  );
}

function RowFacts({ page: { row } }: { page: RowPage }) {
  const t = usePlansWords();
  const language = useLanguage();
  const glossary = useGlossary();
  const facts = [
    [glossary('lead'), row.leads.join('; ')],
    [glossary('coordinators'), row.coordinators.join('; ')],
    [glossary('timing'), row.timingText],
    [glossary('unitOfMeasure'), row.unitOfMeasure],
    [glossary('deliverable'), row.deliverable],
    [glossary('plannedMoney'), row.budgetVnd === null ? null : formatMoney(String(row.budgetVnd), language)],
  ] as const;
  return (
    <Sheet title={t('rowFacts')}>
      <dl className={classes.facts}>
        {facts.map(([name, words]) =>
          words ? (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{words}</dd>
            </div>
          ) : null,
        )}
        {row.text && (
          <div>
            <dt>{t('rowWork')}</dt>
            <dd className={classes.text}>{unfoldDuties(row.text)}</dd>
          </div>
        )}
      </dl>
    </Sheet>
  );
}
