import type { FlowId } from '@phancong/contracts';

import { stateOf } from '../../lib/flows.js';
import { useSay } from '../../lib/i18n/i18n.js';
import { ToneBadge } from '../ui/tone-badge.js';

export function StateBadge({ flow, state }: { flow: FlowId; state: string }) {
  const say = useSay();
  const { words, tone } = stateOf(flow, state);
  return <ToneBadge tone={tone}>{say(words)}</ToneBadge>;
}
