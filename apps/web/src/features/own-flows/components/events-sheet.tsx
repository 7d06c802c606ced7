import { Button, Checkbox, Group, NativeSelect } from '@mantine/core';
import { useState } from 'react';

import { Sheet } from '../../../components/ui/sheet.js';
import { useSay } from '../../../lib/i18n/i18n.js';
import { addEvent, removeEvent } from '../edit-document.js';
import type { FlowEvent } from '../edit-document.js';
import { useOwnFlowsWords } from '../own-flows-words.js';
import { AsksField, usePartWord } from './asks-field.js';
import { EditableRow } from './editable-row.js';
import { NamesFields } from './names-fields.js';
import type { DocumentPart } from './names-sheet.js';
import classes from './editable-row.module.css';

const relations = ['from', 'to', 'owner', 'superior'] as const;
const posts = ['officer', 'head', 'coordinator'] as const;
const buttons = ['primary', 'plain', 'danger'] as const;

/** What people do: who may, and what they have to type. */
export function EventsSheet({ document, change }: DocumentPart) {
  const t = useOwnFlowsWords();
  const say = useSay();
  const part = usePartWord();
  const [added, setAdded] = useState<string | null>(null);
  const { events, parties } = document;
  const mover = (relation: (typeof relations)[number]) =>
    relation === 'from' || relation === 'to' ? say(parties[relation]) : t(relation);
  const about = ({ by, posts: chosen, asks }: FlowEvent) =>
    [
      by.map(mover).join(', '),
      ...(chosen ? [chosen.map((post) => t(post)).join(', ')] : []),
      asks.length === 0 ? t('asksNothing') : asks.map((asked) => part(asked.part).toLocaleLowerCase()).join(', '),
    ].join(' · ');
  const put = (id: string, changed: Partial<FlowEvent>) =>
    change?.({ ...document, events: { ...events, [id]: { ...(events[id] as FlowEvent), ...changed } } });
  const add = () => {
    const next = addEvent(document, { vi: t('newEvent'), en: t('newEvent') });
    setAdded(Object.keys(next.events).at(-1) ?? null);
    change?.(next);
  };
  return (
    <Sheet title={t('events')} flush>
      <ul className={classes.rows}>
        {Object.entries(events).map(([id, event]) => (
          <EditableRow
            key={id}
            name={say(event.words)}
            about={about(event)}
            opened={id === added}
            onRemove={change && (() => change(removeEvent(document, id)))}
          >
            <NamesFields words={event.words} onChange={(words) => put(id, { words })} />
            <Checkbox.Group
              className={classes.whole}
              label={t('by')}
              value={event.by}
              onChange={(chosen) => {
                const by = relations.filter((relation) => chosen.includes(relation));
                if (by.length > 0) put(id, { by });
              }}
            >
              <Group gap="sm" mt={4}>
                {relations.map((relation) => (
                  <Checkbox key={relation} value={relation} label={mover(relation)} />
                ))}
              </Group>
            </Checkbox.Group>
            <Checkbox.Group
              className={classes.whole}
              label={t('posts')}
              description={t('postsHint')}
              value={event.posts ?? []}
              onChange={(chosen) => {
                const kept = posts.filter((post) => chosen.includes(post));
                put(id, { posts: kept.length > 0 ? kept : undefined });
              }}
            >
              <Group gap="sm" mt={4}>
                {posts.map((post) => (
                  <Checkbox key={post} value={post} label={t(post)} />
                ))}
              </Group>
            </Checkbox.Group>
            <AsksField asks={event.asks} onChange={(asks) => put(id, { asks })} />
            <NativeSelect
              label={t('button')}
              value={event.tone}
              data={buttons.map((value) => ({ value, label: t(value) }))}
              onChange={(changed) =>
                put(id, { tone: buttons.find((value) => value === changed.currentTarget.value) ?? 'plain' })
              }
            />
            <NativeSelect
              label={t('undoneBy')}
              value={event.undo ?? ''}
              data={[
                { value: '', label: t('undoneByNone') },
                ...Object.entries(document.events)
                  .filter(([other]) => other !== id)
                  .map(([other, { words }]) => ({ value: other, label: say(words) })),
              ]}
              onChange={(changed) => put(id, { undo: changed.currentTarget.value || undefined })}
            />
            <Checkbox
              className={classes.whole}
              label={t('bulk')}
              checked={event.bulk}
              onChange={(changed) => put(id, { bulk: changed.currentTarget.checked })}
            />
          </EditableRow>
        ))}
      </ul>
      {change && (
        <div className={classes.foot}>
          <Button variant="default" onClick={add}>
            {t('addEvent')}
          </Button>
        </div>
      )}
    </Sheet>
  );
}
