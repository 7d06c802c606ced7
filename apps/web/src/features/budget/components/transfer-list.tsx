import type { BudgetLine, InstancePage } from '@phancong/contracts';
import { Link } from '@tanstack/react-router';

import { Sheet } from '../../../components/ui/sheet.js';
import { StateBadge } from '../../../components/work/state-badge.js';
import { paths } from '../../../config/paths.js';
import { useLanguage } from '../../../lib/i18n/i18n.js';
import { formatMoney } from '../../../lib/numbers.js';
import { useBudgetWords } from '../budget-words.js';
import classes from './budget-section.module.css';

/** What goes to whom, and whether it came. */
export function TransferList({ page, lines }: { page: InstancePage; lines: readonly BudgetLine[] }) {
  const t = useBudgetWords();
  const language = useLanguage();
  const transfers = page.children.filter(({ flow }) => flow === 'transfer');
  if (transfers.length === 0) return null;
  const amountFor = (unitId: string) =>
    lines.filter((line) => line.beneficiaryUnitId === unitId).reduce((sum, line) => sum + BigInt(line.amountVnd), 0n);
  return (
    <Sheet title={t('transfers')}>
      <ul className={classes.transfers}>
        {transfers.map((line) => (
          <li key={line.id}>
            <Link to={paths.workPage} params={{ id: line.id }}>
              {line.to.name}
            </Link>
            <StateBadge flow="transfer" state={line.state} />
            <span className={classes.figure}>{formatMoney(String(amountFor(line.to.id)), language)}</span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
