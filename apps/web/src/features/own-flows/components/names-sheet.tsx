import type { FlowDocument } from '@phancong/contracts';

import { Sheet } from '../../../components/ui/sheet.js';
import { useOwnFlowsWords } from '../own-flows-words.js';
import { NamesFields } from './names-fields.js';
import classes from './flow-editor.module.css';

export interface DocumentPart {
  document: FlowDocument;
  /** Null: it is only looked at. */
  change: ((document: FlowDocument) => void) | null;
}

/** What the flow and its two sides are called. */
export function NamesSheet({ document, change }: DocumentPart) {
  const t = useOwnFlowsWords();
  const readOnly = change === null;
  const { words, parties } = document;
  return (
    <Sheet title={t('names')}>
      <div className={classes.grid}>
        <NamesFields words={words} readOnly={readOnly} onChange={(next) => change?.({ ...document, words: next })} />
        {(['from', 'to'] as const).map((side) => (
          <NamesFields
            key={side}
            labels={side}
            words={parties[side]}
            readOnly={readOnly}
            onChange={(next) => change?.({ ...document, parties: { ...parties, [side]: next } })}
          />
        ))}
      </div>
    </Sheet>
  );
}
