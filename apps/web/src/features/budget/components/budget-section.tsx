import type { InstancePage } from '@phancong/contracts';

import { Sheet } from '../../../components/ui/sheet.js';
import { ErrorState, LoadingRows } from '../../../components/ui/states.js';
import { useLanguage } from '../../../lib/i18n/i18n.js';
import { formatMoney } from '../../../lib/numbers.js';
import { useBudget } from '../api/get-budget.js';
import { useBudgetWords } from '../budget-words.js';
import { AppraisalsSideBySide } from './appraisals-side-by-side.js';
import { BudgetSteps } from './budget-steps.js';
import { EstimateEditor } from './estimate-editor.js';
import { EstimateTable } from './estimate-table.js';
import { TransferList } from './transfer-list.js';

/** What the page of an estimate shows beside its moves: where it stands, its lines, its appraisals, its transfers. */
export function BudgetSection({ page }: { page: InstancePage }) {
  const t = useBudgetWords();
  const language = useLanguage();
  const budget = useBudget(page.line.id);
  return (
    <>
      <BudgetSteps page={page} />
      <Sheet title={t('section')} aside={budget.data && <strong>{formatMoney(budget.data.totalVnd, language)}</strong>}>
        {budget.isPending && <LoadingRows rows={3} />}
        {!budget.isPending && !budget.data && <ErrorState error={budget.error} onRetry={() => void budget.refetch()} />}
        {budget.data &&
          (budget.data.mayEdit ? (
            <EstimateEditor page={page} budget={budget.data} />
          ) : (
            <EstimateTable budget={budget.data} />
          ))}
      </Sheet>
      <AppraisalsSideBySide page={page} />
      <TransferList page={page} lines={budget.data?.lines ?? []} />
    </>
  );
}
