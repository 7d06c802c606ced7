import { Button, Checkbox, NativeSelect } from '@mantine/core';
import type { OwnFlow } from '@phancong/contracts';
import { useState } from 'react';

import { Sheet } from '../../../components/ui/sheet.js';
import { useSay } from '../../../lib/i18n/i18n.js';
import { addMove } from '../edit-document.js';
import type { FlowMove } from '../edit-document.js';
import { useOwnFlowsWords } from '../own-flows-words.js';
import { EditableRow } from './editable-row.js';
import type { DocumentPart } from './names-sheet.js';
import { TellsField } from './tells-field.js';
import classes from './editable-row.module.css';

const marks = ['handsIn', 'byAnotherPerson', 'goesBack', 'takesBack', 'onlyAfterDue', 'onlyWithProof'] as const;
type Told = Pick<OwnFlow, 'notices' | 'toldToWork'>;

/** From which state to which, by which move; what is kept in mind on the way, and who hears of it. */
export function MovesSheet({ document, change, notices, toldToWork }: DocumentPart & Told) {
  const t = useOwnFlowsWords();
  const say = useSay();
  const [added, setAdded] = useState<number | null>(null);
  const { states, events, moves, parties } = document;
  const state = (id: string) => (states[id] ? say(states[id].words) : id);
  const event = (id: string) => (events[id] ? say(events[id].words) : id);
  const put = (place: number, part: Partial<FlowMove>) =>
    change?.({ ...document, moves: moves.map((move, other) => (other === place ? { ...move, ...part } : move)) });
  const options = (words: (id: string) => string, ids: readonly string[]) =>
    ids.map((id) => ({ value: id, label: words(id) }));
  const open = Object.keys(states).filter((id) => states[id]?.phase === 'open');
  return (
    <Sheet title={t('moves')} flush>
      <ul className={classes.rows}>
        {moves.map((move, place) => (
          <EditableRow
            // Lines have no name of their own; removing one closes those after it, which is seen.
            key={`${place} of ${moves.length}`}
            name={`${state(move.from)} → ${state(move.to)}`}
            about={[event(move.event), ...marks.filter((mark) => move[mark]).map((mark) => t(`${mark}Short`))].join(
              ' · ',
            )}
            opened={place === added}
            onRemove={change && (() => change({ ...document, moves: moves.filter((_, other) => other !== place) }))}
          >
            <NativeSelect
              label={t('from')}
              value={move.from}
              data={options(state, open)}
              onChange={(changed) => put(place, { from: changed.currentTarget.value })}
            />
            <NativeSelect
              label={t('event')}
              value={move.event}
              data={options(event, Object.keys(events))}
              onChange={(changed) => put(place, { event: changed.currentTarget.value })}
            />
            <NativeSelect
              label={t('to')}
              value={move.to}
              data={options(state, Object.keys(states))}
              onChange={(changed) => put(place, { to: changed.currentTarget.value })}
            />
            {toldToWork.length > 0 && (
              <NativeSelect
                label={t('tellsWork')}
                value={move.tellsWork ?? ''}
                data={[
                  { value: '', label: t('tellsNothing') },
                  ...toldToWork.map((told) => ({ value: told.event, label: say(told.words) })),
                ]}
                onChange={(changed) => put(place, { tellsWork: changed.currentTarget.value || undefined })}
              />
            )}
            {marks.map((mark) => (
              <Checkbox
                key={mark}
                className={classes.whole}
                label={t(mark)}
                checked={move[mark]}
                onChange={(changed) => put(place, { [mark]: changed.currentTarget.checked })}
              />
            ))}
            <TellsField
              label={t('tells')}
              tells={move.tells}
              parties={parties}
              notices={notices}
              onChange={(tells) => put(place, { tells })}
            />
          </EditableRow>
        ))}
      </ul>
      {change && (
        <div className={classes.foot}>
          <Button
            variant="default"
            onClick={() => {
              setAdded(moves.length);
              change(addMove(document));
            }}
          >
            {t('addMove')}
          </Button>
        </div>
      )}
    </Sheet>
  );
}
