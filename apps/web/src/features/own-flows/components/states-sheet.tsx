import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { OwnFlow } from '@phancong/contracts';
import { useState } from 'react';

import { Sheet } from '../../../components/ui/sheet.js';
import { ToneBadge } from '../../../components/ui/tone-badge.js';
import { useSay } from '../../../lib/i18n/i18n.js';
import { addState, removeState } from '../edit-document.js';
import type { FlowState } from '../edit-document.js';
import { useOwnFlowsWords } from '../own-flows-words.js';
import { EditableRow } from './editable-row.js';
import { NamesFields } from './names-fields.js';
import type { DocumentPart } from './names-sheet.js';
import classes from './editable-row.module.css';

const tones = ['grey', 'blue', 'amber', 'green', 'red', 'violet'] as const;
const phases = ['open', 'done', 'cancelled'] as const;

/** The states: who holds the work there, and when it reminds. */
export function StatesSheet({ document, change, notices }: DocumentPart & Pick<OwnFlow, 'notices'>) {
  const t = useOwnFlowsWords();
  const say = useSay();
  const [added, setAdded] = useState<string | null>(null);
  const { states, parties } = document;
  const about = ({ holder, remindAfterWorkingDays: days, phase }: FlowState) =>
    phase === 'open' && holder !== null
      ? `${say(parties[holder])} · ${days === undefined ? t('noClock') : t('remindsAfter', { days })}`
      : t(`phase_${phase}`);
  const put = (id: string, part: Partial<FlowState>) =>
    change?.({ ...document, states: { ...states, [id]: { ...(states[id] as FlowState), ...part } } });
  const add = () => {
    const next = addState(document, { vi: t('newState'), en: t('newState') });
    setAdded(Object.keys(next.states).at(-1) ?? null);
    change?.(next);
  };
  return (
    <Sheet title={t('states')} flush>
      <ul className={classes.rows}>
        {Object.entries(states).map(([id, state]) => (
          <EditableRow
            key={id}
            name={say(state.words)}
            about={about(state)}
            badge={<ToneBadge tone={state.tone}>{t(`phase_${state.phase}`)}</ToneBadge>}
            opened={id === added}
            onRemove={change && (() => change(removeState(document, id)))}
          >
            <NamesFields words={state.words} onChange={(words) => put(id, { words })} />
            <StateFields state={state} parties={parties} notices={notices} onChange={(part) => put(id, part)} />
          </EditableRow>
        ))}
      </ul>
      {change && (
        <div className={classes.foot}>
          <Button variant="default" onClick={add}>
            {t('addState')}
          </Button>
        </div>
      )}
    </Sheet>
  );
}

interface StateFieldsProps extends Pick<OwnFlow, 'notices'> {
  state: FlowState;
  parties: DocumentPart['document']['parties'];
  onChange: (part: Partial<FlowState>) => void;
}

function StateFields({ state, parties, notices, onChange }: StateFieldsProps) {
  const t = useOwnFlowsWords();
  const say = useSay();
  const { phase, holder, tone, remindAfterWorkingDays: days, remindWith, tellsWhenLate } = state;
  return (
    <>
      <NativeSelect
        label={t('phase')}
        value={phase}
        data={phases.map((value) => ({ value, label: t(`phase_${value}`) }))}
        onChange={(event) => {
          const next = phases.find((value) => value === event.currentTarget.value) ?? 'open';
          // What has ended is held by nobody and reminds nobody.
          if (next === 'open') onChange({ phase: next, holder: holder ?? 'to' });
          else
            onChange({
              phase: next,
              holder: null,
              remindAfterWorkingDays: undefined,
              remindWith: undefined,
              tellsWhenLate: false,
            });
        }}
      />
      <NativeSelect
        label={t('tone')}
        value={tone}
        data={tones.map((value) => ({ value, label: t(`tone_${value}`) }))}
        onChange={(event) => onChange({ tone: tones.find((value) => value === event.currentTarget.value) ?? 'grey' })}
      />
      {phase === 'open' && (
        <>
          <NativeSelect
            label={t('holder')}
            value={holder ?? ''}
            data={[
              { value: 'from', label: say(parties.from) },
              { value: 'to', label: say(parties.to) },
            ]}
            onChange={(event) => onChange({ holder: event.currentTarget.value === 'from' ? 'from' : 'to' })}
          />
          <TextInput
            label={t('remindAfter')}
            description={t('remindAfterHint')}
            inputMode="numeric"
            type="number"
            min={1}
            max={60}
            value={days ?? ''}
            onChange={(event) => {
              const typed = Math.trunc(Number(event.currentTarget.value));
              onChange({ remindAfterWorkingDays: typed >= 1 ? Math.min(typed, 60) : undefined });
            }}
          />
          <NativeSelect
            className={classes.whole}
            label={t('remindWith')}
            value={remindWith ?? 'ownFlowWaiting'}
            data={notices.map(({ id, words }) => ({ value: id, label: say(words) }))}
            onChange={(event) => onChange({ remindWith: event.currentTarget.value })}
          />
          <Checkbox
            className={classes.whole}
            label={t('tellsWhenLate')}
            checked={tellsWhenLate}
            onChange={(event) => onChange({ tellsWhenLate: event.currentTarget.checked })}
          />
        </>
      )}
    </>
  );
}
