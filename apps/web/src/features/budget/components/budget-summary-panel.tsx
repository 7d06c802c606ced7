import type { BudgetSummary, Money } from '@phancong/contracts';
import { IconCoins } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';

import { Sheet } from '../../../components/ui/sheet.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/ui/states.js';
import { StateBadge } from '../../../components/work/state-badge.js';
import { paths } from '../../../config/paths.js';
import { useLanguage } from '../../../lib/i18n/i18n.js';
import { formatMoney } from '../../../lib/numbers.js';
import { useBudgetSummary } from '../api/get-budget-summary.js';
import { useBudgetWords } from '../budget-words.js';
import classes from './budget-summary.module.css';

/** How far the money of a plan has come, and the estimates behind the sums. */
export function BudgetSummaryPanel({ planId }: { planId: string }) {
  const t = useBudgetWords();
  const summary = useBudgetSummary(planId);
  if (summary.isPending) return <LoadingRows rows={5} height={56} />;
  if (!summary.data) return <ErrorState error={summary.error} onRetry={() => void summary.refetch()} />;
  if (summary.data.items.length === 0) {
    return <EmptyState icon={<IconCoins size={30} stroke={1.4} />} title={t('empty')} hint={t('emptyHint')} />;
  }
  return (
    <>
      <Stages summary={summary.data} />
      <Sheet title={t('list')} flush>
        <Estimates items={summary.data.items} />
      </Sheet>
    </>
  );
}

/** A share of the estimate in per cent; bigint until it is small enough to be drawn. */
function shareOf(part: Money, whole: Money): number {
  const total = BigInt(whole);
  return total === 0n ? 0 : Number((BigInt(part) * 1000n) / total) / 10;
}

function Stages({ summary }: { summary: BudgetSummary }) {
  const t = useBudgetWords();
  const language = useLanguage();
  const stages = [
    ['estimated', summary.estimatedVnd],
    ['approved', summary.approvedVnd],
    ['transferred', summary.transferredVnd],
    ['received', summary.receivedVnd],
  ] as const;
  return (
    <dl className={classes.stages} aria-label={t('stages')}>
      {stages.map(([stage, amount]) => (
        <div key={stage}>
          <dt>{t(stage)}</dt>
          <dd>
            {formatMoney(amount, language)}
            <span className={classes.bar} aria-hidden="true">
              <span style={{ width: `${shareOf(amount, summary.estimatedVnd)}%` }} data-stage={stage} />
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Estimates({ items }: { items: BudgetSummary['items'] }) {
  const language = useLanguage();
  return (
    <ul className={classes.estimates}>
      {items.map(({ line, totalVnd }) => (
        <li key={line.id} className={classes.estimate}>
          <Link to={paths.workPage} params={{ id: line.id }} className={classes.name}>
            {line.ref && <span className={classes.ref}>{line.ref}</span>}
            {line.title}
          </Link>
          <span className={classes.unit}>{line.from.shortName}</span>
          <StateBadge flow="budget" state={line.state} />
          <span className={classes.money}>{formatMoney(totalVnd, language)}</span>
        </li>
      ))}
    </ul>
  );
}
