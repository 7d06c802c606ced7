import { MoneyStage, type BudgetSummary, type Money } from '@phancong/contracts';
import { Link } from '@tanstack/react-router';

import { useLanguage } from '../../../lib/i18n/i18n.js';
import { formatMoney } from '../../../lib/numbers.js';
import { useBudgetWords } from '../budget-words.js';
import classes from './money-stages.module.css';

interface MoneyStagesProps {
  sums: BudgetSummary['sums'];
  /** The stage whose estimates are listed below. */
  current: MoneyStage | undefined;
}

/** A share of the estimate in per cent; bigint until it is small enough to be drawn. */
function shareOf(part: Money, whole: Money): number {
  const total = BigInt(whole);
  return total === 0n ? 0 : Number((BigInt(part) * 1000n) / total) / 10;
}

/** How far the money has come, each sum opening to the estimates that it counts; the current one closes again. */
export function MoneyStages({ sums, current }: MoneyStagesProps) {
  const t = useBudgetWords();
  const language = useLanguage();
  return (
    <section className={classes.stages} aria-label={t('stages')}>
      {MoneyStage.options.map((stage) => (
        <Link
          key={stage}
          to="."
          search={(search) => ({ ...search, stage: stage === current ? undefined : stage })}
          replace
          resetScroll={false}
          className={classes.stage}
          aria-current={stage === current ? 'true' : undefined}
        >
          <span className={classes.name}>{t(stage)}</span>
          <span className={classes.amount}>{formatMoney(sums[stage], language)}</span>
          <span className={classes.bar} aria-hidden="true">
            <span style={{ width: `${shareOf(sums[stage], sums.estimated)}%` }} data-stage={stage} />
          </span>
        </Link>
      ))}
    </section>
  );
}
