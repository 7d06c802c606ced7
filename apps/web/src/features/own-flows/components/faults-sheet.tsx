import { List, Text } from '@mantine/core';
import type { FlowFault } from '@phancong/contracts';

import { RefusalAlert } from '../../../components/form/refusal-alert.js';
import { Sheet } from '../../../components/ui/sheet.js';
import { useSay } from '../../../lib/i18n/i18n.js';
import { useOwnFlowsWords } from '../own-flows-words.js';

interface FaultsSheetProps {
  faults: readonly FlowFault[];
  isChecking: boolean;
  isWellFormed: boolean;
  error: unknown;
}

/** What the checks say, each fault as a short story. */
export function FaultsSheet({ faults, isChecking, isWellFormed, error }: FaultsSheetProps) {
  const t = useOwnFlowsWords();
  const say = useSay();
  const summary = () => {
    if (!isWellFormed) return t('formFaults');
    if (isChecking) return t('checking');
    return faults.length === 0 ? t('noFaults') : t('faultCount', { count: faults.length });
  };
  return (
    <Sheet title={t('faults')}>
      <Text role="status" {...(faults.length === 0 && isWellFormed ? { c: 'dimmed' } : {})}>
        {summary()}
      </Text>
      {faults.length > 0 && (
        <List mt="xs" spacing={4}>
          {faults.map(({ story }) => (
            <List.Item key={story.vi}>{say(story)}</List.Item>
          ))}
        </List>
      )}
      <RefusalAlert error={error} mt="xs" />
    </Sheet>
  );
}
