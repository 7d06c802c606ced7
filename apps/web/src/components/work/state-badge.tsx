import type { FlowId } from '@phancong/contracts';

import { useSay } from '../../lib/i18n/i18n.js';
import { useFlows } from '../../lib/queries/get-flows.js';
import { ToneBadge } from '../ui/tone-badge.js';

export function StateBadge({ flow, state, version }: { flow: FlowId; state: string; version?: number }) {
  const say = useSay();
  const { words, tone } = useFlows().state(flow, state, version);
  return <ToneBadge tone={tone}>{say(words)}</ToneBadge>;
}
