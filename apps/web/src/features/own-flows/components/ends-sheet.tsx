import { NativeSelect } from '@mantine/core';
import type { OwnFlow } from '@phancong/contracts';

import { Sheet } from '../../../components/ui/sheet.js';
import { useSay } from '../../../lib/i18n/i18n.js';
import { useOwnFlowsWords } from '../own-flows-words.js';
import type { DocumentPart } from './names-sheet.js';
import { TellsField } from './tells-field.js';
import classes from './flow-editor.module.css';

/** Where it begins, who hears of it then, and where it stops with the work that it hangs on. */
export function EndsSheet({ document, change, notices }: DocumentPart & Pick<OwnFlow, 'notices'>) {
  const t = useOwnFlowsWords();
  const say = useSay();
  const { states, initial, whenWorkEnds, startTells, parties } = document;
  const inPhase = (phase: string) =>
    Object.entries(states)
      .filter(([, state]) => state.phase === phase)
      .map(([value, state]) => ({ value, label: say(state.words) }));
  return (
    <Sheet title={t('ends')}>
      <div className={classes.grid}>
        <NativeSelect
          label={t('initial')}
          disabled={change === null}
          value={initial}
          data={inPhase('open')}
          onChange={(event) => change?.({ ...document, initial: event.currentTarget.value })}
        />
        {whenWorkEnds !== undefined && (
          <NativeSelect
            label={t('whenWorkEnds')}
            disabled={change === null}
            value={whenWorkEnds}
            data={inPhase('cancelled')}
            onChange={(event) => change?.({ ...document, whenWorkEnds: event.currentTarget.value })}
          />
        )}
        <div className={classes.whole}>
          <TellsField
            label={t('startTells')}
            tells={startTells}
            parties={parties}
            notices={notices}
            onChange={change && ((tells) => change({ ...document, startTells: tells }))}
          />
        </div>
      </div>
    </Sheet>
  );
}
