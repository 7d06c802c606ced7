import { Select } from '@mantine/core';
import type { PlanPage, PlanRowPage } from '@phancong/contracts';
import { flowOf } from '@phancong/workflows';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import { PayloadForm } from '../../../components/form/payload-form.js';
import { showSuccess } from '../../../components/ui/toasts.js';
import { useStartInstance } from '../../../components/work/start-instance.js';
import { paths } from '../../../config/paths.js';
import { useClock } from '../../../lib/queries/get-clock.js';
import { useUnits } from '../../../lib/queries/get-units.js';
import { usePlansWords } from '../plans-words.js';

interface StartBudgetProps {
  plan: PlanPage;
  page: PlanRowPage;
  onClose: () => void;
}

/** Opens an estimate for a row: what for, who appraises, who pays, who approves. Its lines are entered on its own page. */
export function StartBudget({ plan, page, onClose }: StartBudgetProps) {
  const t = usePlansWords();
  const navigate = useNavigate();
  const start = useStartInstance();
  const { today } = useClock();
  const leaders = useUnits({ asOf: today, kind: 'leadership' });
  const [chosen, setChosen] = useState<string | null>(null);
  const { itemId } = page.row;
  const toUnitId = chosen ?? leaders.data?.items[0]?.id ?? null;

  const send = async (input: Record<string, unknown>) => {
    if (!itemId || !toUnitId) return;
    const started = await start.mutateAsync({ flow: 'budget', parentId: plan.id, itemId, toUnitId, input });
    showSuccess(t('budgetStarted'));
    await navigate({ to: paths.workPage, params: { id: started.id } });
  };

  return (
    <PayloadForm
      schema={flowOf('budget').input}
      draft={`budget.${itemId}`}
      sendWord={t('startBudget')}
      ready={toUnitId !== null}
      onSend={send}
      onCancel={onClose}
    >
      <Select
        label={t('approver')}
        required
        allowDeselect={false}
        data={leaders.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        value={toUnitId}
        onChange={setChosen}
      />
    </PayloadForm>
  );
}
