import { BudgetPage } from '@phancong/contracts';
import type { BudgetLines } from '@phancong/contracts';
import { useMutation } from '@tanstack/react-query';

import { callApi } from '../../../lib/api-client.js';
import { useRefreshAfterMove } from '../../../lib/queries/after-move.js';

export function writeBudgetLines(id: string, body: BudgetLines): Promise<BudgetPage> {
  return callApi({ method: 'PUT', path: `/budgets/${id}/lines`, body, answer: BudgetPage });
}

export function useWriteBudgetLines(id: string) {
  const refresh = useRefreshAfterMove();
  return useMutation({ mutationFn: (body: BudgetLines) => writeBudgetLines(id, body), onSettled: refresh });
}
