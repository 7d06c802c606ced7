import type { OwnFlowState, Tone } from '@phancong/contracts';

import { ToneBadge } from '../../../components/ui/tone-badge.js';
import { useOwnFlowsWords } from '../own-flows-words.js';

const tones: Record<OwnFlowState, Tone> = {
  draft: 'grey',
  submitted: 'amber',
  released: 'green',
  replaced: 'grey',
  stopped: 'grey',
  discarded: 'grey',
};

export function FlowStateBadge({ state }: { state: OwnFlowState }) {
  const t = useOwnFlowsWords();
  return <ToneBadge tone={tones[state]}>{t(state)}</ToneBadge>;
}
