import type { HistoryEntry, InstancePage } from '@phancong/contracts';

import { FactValue, isFact } from '../../../components/form/fact-value.js';
import { compareFields, useFieldWords } from '../../../components/form/field-words.js';
import { Sheet } from '../../../components/ui/sheet.js';
import { formatDay, formatInstant } from '../../../lib/dates.js';
import { useFlows } from '../../../lib/queries/get-flows.js';
import { useLanguage, useSay } from '../../../lib/i18n/i18n.js';
import { useWorkPageWords } from '../work-page-words.js';
import classes from './history-section.module.css';

/** Every move in plain sentences, the newest first: who, for which unit, what, when, and what was said with it. */
export function HistorySection({ page }: { page: InstancePage }) {
  const t = useWorkPageWords();
  return (
    <Sheet title={t('history')}>
      <ol className={classes.entries}>
        {page.history
          .toSorted((a, b) => b.version - a.version)
          .map((entry) => (
            <Entry key={entry.version} entry={entry} line={page.line} />
          ))}
      </ol>
    </Sheet>
  );
}

function Entry({ entry, line: { flow, machineVersion } }: { entry: HistoryEntry; line: InstancePage['line'] }) {
  const t = useWorkPageWords();
  const field = useFieldWords();
  const say = useSay();
  const language = useLanguage();
  const flows = useFlows();
  const { actor } = entry;
  const said = Object.entries(entry.payload)
    .filter(([name, value]) => isFact(name, value))
    .toSorted(([a], [b]) => compareFields(a, b));
  return (
    <li className={classes.entry}>
      <time className={classes.day} dateTime={entry.onDay} title={formatInstant(entry.at, language)}>
        {formatDay(entry.onDay, language)}
      </time>
      <div>
        <div className={classes.sentence}>
          <strong>{say(entry.words)}</strong>
          {' · '}
          {actor ? `${actor.personName}, ${actor.unitName}` : t('system')}
          {actor?.onBehalfOf && ` (${t('onBehalfOf', { name: actor.onBehalfOf.personName })})`}
        </div>
        {entry.fromState !== null && entry.fromState !== entry.toState && (
          <div className={classes.states}>
            {say(flows.state(flow, entry.fromState, machineVersion).words)} →{' '}
            {say(flows.state(flow, entry.toState, machineVersion).words)}
          </div>
        )}
        {said.map(([name, value]) => (
          <div key={name} className={classes.said}>
            <span>{field(name as Parameters<typeof field>[0])}:</span> <FactValue name={name} value={value} />
          </div>
        ))}
      </div>
    </li>
  );
}
