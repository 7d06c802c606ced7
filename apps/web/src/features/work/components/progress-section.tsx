import type { FlowDiagram, InstancePage } from '@phancong/contracts';

import { Sheet } from '../../../components/ui/sheet.js';
import { FlowDrawing } from '../../../components/work/flow-drawing.js';
import { NextStepsList } from './next-steps-list.js';
import { useWorkPageWords } from '../work-page-words.js';

/** The workflow as drawn, with what has been passed and where it stands. */
export function ProgressSection({ page, diagram }: { page: InstancePage; diagram: FlowDiagram | undefined }) {
  const t = useWorkPageWords();
  const passed = page.history.flatMap((entry) =>
    entry.fromState ? [entry.fromState, entry.toState] : [entry.toState],
  );
  return (
    <Sheet title={t('progress')}>
      <FlowDrawing
        flow={page.line.flow}
        version={page.line.machineVersion}
        diagram={diagram}
        state={page.line.state}
        passed={passed}
      />
      <NextStepsList line={page.line} />
    </Sheet>
  );
}
