import { Switch, Text } from '@mantine/core';
import type { PlanPage } from '@phancong/contracts';

import { showRefusal } from '../../../components/ui/toasts.js';
import { useSay } from '../../../lib/i18n/i18n.js';
import { useSession } from '../../../lib/queries/get-session.js';
import { useShareProgress } from '../api/share-progress.js';
import { usePlansWords } from '../plans-words.js';

const deciding = new Set(['head', 'leader', 'deputy', 'coordinator']);

/** Said to everybody; decided by those who answer for the owner of the plan. */
export function ProgressSharing({ plan }: { plan: PlanPage }) {
  const t = usePlansWords();
  const say = useSay();
  const { actor } = useSession();
  const share = useShareProgress(plan.id);
  if (plan.ownerUnitId === actor.unitId && deciding.has(actor.post)) {
    return (
      <Switch
        mt="sm"
        mb="md"
        label={t('shareProgress')}
        description={t('shareProgressHint')}
        checked={plan.sharesProgress}
        disabled={share.isPending}
        onChange={(event) => share.mutate(event.currentTarget.checked, { onError: (error) => showRefusal(error, say) })}
      />
    );
  }
  return plan.sharesProgress ? (
    <Text size="sm" c="dimmed" mt="sm" mb="md">
      {t('progressShared')}
    </Text>
  ) : null;
}
