import { Text } from '@mantine/core';
import type { BudgetSummary, MoneyStage } from '@phancong/contracts';
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
import { MoneyStages } from './money-stages.js';

interface BudgetSummaryPanelProps {
  planId: string;
  /** Only the estimates whose money has come this far, with what of it has. */
  stage: MoneyStage | undefined;
}

/** How far the money of a plan has come, and the estimates behind the sums. */
export function BudgetSummaryPanel({ planId, stage }: BudgetSummaryPanelProps) {
  const t = useBudgetWords();
  const summary = useBudgetSummary(planId);
  if (summary.isPending) return <LoadingRows rows={5} height={56} />;
  if (!summary.data) return <ErrorState error={summary.error} onRetry={() => void summary.refetch()} />;
  const { sums, items } = summary.data;
  if (items.length === 0) {
    return <EmptyState icon={<IconCoins size={30} stroke={1.4} />} title={t('empty')} hint={t('emptyHint')} />;
  }
  return (
    <>
      <MoneyStages sums={sums} current={stage} />
      <Estimates items={items} stage={stage} />
    </>
  );
}

/** What an estimate adds to the sum that is open, or says as a whole where none is. */
const amountOf = ({ totalVnd, reached }: BudgetSummary['items'][number], stage: MoneyStage | undefined) =>
  stage ? reached[stage] : totalVnd;

function Estimates({ items, stage }: { items: BudgetSummary['items']; stage: MoneyStage | undefined }) {
  const t = useBudgetWords();
  const language = useLanguage();
  const shown = stage ? items.filter(({ reached }) => reached[stage] !== '0') : items;
  const all = (
    <Link to="." search={(search) => ({ ...search, stage: undefined })} replace resetScroll={false}>
      {t('showAll', { count: items.length })}
    </Link>
  );
  return (
    <Sheet title={stage ? t(`${stage}List`) : t('list')} aside={stage && all} flush>
      {shown.length === 0 && <EmptyState icon={<IconCoins size={30} stroke={1.4} />} title={t('noneSoFar')} />}
      <ul className={classes.estimates}>
        {shown.map((item) => (
          <li key={item.line.id} className={classes.estimate}>
            <Link to={paths.workPage} params={{ id: item.line.id }} className={classes.name}>
              {item.line.ref && <span className={classes.ref}>{item.line.ref}</span>}
              {item.line.title}
            </Link>
            <span className={classes.unit}>{item.line.from.shortName}</span>
            <StateBadge flow="budget" state={item.line.state} />
            <span className={classes.money}>
              {formatMoney(amountOf(item, stage), language)}
              {stage && amountOf(item, stage) !== item.totalVnd && (
                <Text component="span" className={classes.whole}>
                  {t('ofTotal', { total: formatMoney(item.totalVnd, language) })}
                </Text>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
