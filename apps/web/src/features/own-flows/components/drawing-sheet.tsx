import { Text } from '@mantine/core';
import type { FlowDiagram, FlowDocument } from '@phancong/contracts';

import { Sheet } from '../../../components/ui/sheet.js';
import { DrawnFlow } from '../../../components/work/flow-drawing.js';
import { useSay } from '../../../lib/i18n/i18n.js';
import { useOwnFlowsWords } from '../own-flows-words.js';

/** The drawing with the words as they are being typed; where it starts is filled. */
export function DrawingSheet({ document, diagram }: { document: FlowDocument; diagram: FlowDiagram | null }) {
  const t = useOwnFlowsWords();
  const say = useSay();
  const { states, events, initial, words } = document;
  return (
    <Sheet title={t('drawing')}>
      {diagram ? (
        <DrawnFlow
          diagram={diagram}
          label={t('drawingLabel', { flow: say(words) })}
          wordsOfState={(id) => (states[id] ? say(states[id].words) : '')}
          wordsOfEvent={(id) => (events[id] ? say(events[id].words) : '')}
          state={initial}
          passed={[]}
        />
      ) : (
        <Text c="dimmed">{t('notDrawn')}</Text>
      )}
    </Sheet>
  );
}
