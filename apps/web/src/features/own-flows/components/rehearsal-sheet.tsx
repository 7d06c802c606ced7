import { Button, Group, Stack, Text } from '@mantine/core';
import { RehearsalSeat } from '@phancong/contracts';
import type { FlowDocument, RehearsalScene, RehearsalStep } from '@phancong/contracts';
import { addDays } from '@phancong/calendar';
import { useState } from 'react';

import { RefusalAlert } from '../../../components/form/refusal-alert.js';
import { DateField } from '../../../components/ui/date-field.js';
import { Sheet } from '../../../components/ui/sheet.js';
import { LoadingRows } from '../../../components/ui/states.js';
import { formatDay } from '../../../lib/dates.js';
import { useLanguage, useSay } from '../../../lib/i18n/i18n.js';
import { useClock } from '../../../lib/queries/get-clock.js';
import { useRehearsal } from '../api/rehearse-flow.js';
import { samplePayload } from '../edit-document.js';
import { useOwnFlowsWords } from '../own-flows-words.js';
import classes from './rehearsal-sheet.module.css';

const TERM_DAYS = 30;

/** Goes through the flow on a fake clock: each seat with what it may do now, and what everybody would hear. */
export function RehearsalSheet({ document }: { document: FlowDocument }) {
  const t = useOwnFlowsWords();
  const say = useSay();
  const language = useLanguage();
  const { today } = useClock();
  const [steps, setSteps] = useState<RehearsalStep[]>([]);
  const rehearsal = useRehearsal({ document, startsOn: today, dueOn: addDays(today, TERM_DAYS), steps });
  const scenes = rehearsal.data?.scenes ?? [];
  const last = scenes.at(-1);
  const now = last?.onDay ?? today;
  const [until, setUntil] = useState<string | null>(null);
  const { parties, states, events } = document;
  const nameOf = (seat: RehearsalSeat): string => {
    if (seat === 'ownerHead') return t('fromHead', { unit: t('owner') });
    const side = seat.startsWith('from') ? 'from' : 'to';
    return t(seat.endsWith('Head') ? 'fromHead' : 'fromOfficer', { unit: say(parties[side]) });
  };
  const hearer = (to: RehearsalScene['told'][number]['to']) => (to === 'owner' ? t('owner') : say(parties[to]));
  const state = last && states[last.state];
  const stateName = (id: string) => (states[id] ? say(states[id].words) : id);
  const seats = RehearsalSeat.options.map((seat) => ({
    seat,
    offers: rehearsal.data?.offers[seat].filter(({ allowed }) => allowed) ?? [],
  }));
  return (
    <Sheet
      title={t('rehearsal')}
      aside={
        <Group gap={6}>
          <Button
            size="compact-sm"
            variant="default"
            disabled={steps.length === 0}
            onClick={() => setSteps(steps.slice(0, -1))}
          >
            {t('undo')}
          </Button>
          <Button size="compact-sm" variant="default" disabled={steps.length === 0} onClick={() => setSteps([])}>
            {t('again')}
          </Button>
        </Group>
      }
    >
      <Text c="dimmed" size="sm">
        {t('rehearsalHint')}
      </Text>
      {rehearsal.isPending && <LoadingRows rows={2} />}
      <RefusalAlert error={rehearsal.error} mt="xs" />
      <ol className={classes.scenes}>
        {scenes.map((scene, place) => (
          <li key={place} data-refused={scene.refused !== null || undefined}>
            <strong>{say(scene.words)}</strong>
            {` · ${scene.seat === null ? t('system') : nameOf(scene.seat)} · ${formatDay(scene.onDay, language)}`}
            {` → ${stateName(scene.state)}`}
            {scene.refused && <div>{t('refused', { why: say(scene.refused) })}</div>}
            {scene.told.map(({ to, words }) => (
              <div key={to} className={classes.told}>
                {t('hears', { unit: hearer(to), words: say(words) })}
              </div>
            ))}
          </li>
        ))}
      </ol>
      {last && state && (
        <Stack gap={8} aria-live="polite">
          <Text fw={600}>{t('here', { day: formatDay(now, language), state: say(state.words) })}</Text>
          {state.phase !== 'open' && <Text c="dimmed">{t('ended')}</Text>}
          {last.clocks.map((clock) => (
            <Text key={clock.event} c="dimmed" size="sm">
              {t('nextClock', { event: say(clock.words).toLocaleLowerCase(), day: formatDay(clock.fireOn, language) })}
            </Text>
          ))}
          {seats
            .filter(({ offers }) => offers.length > 0)
            .map(({ seat, offers }) => (
              <div key={seat} className={classes.seat} role="group" aria-label={nameOf(seat)}>
                <span>{nameOf(seat)}</span>
                {offers.map((offer) => (
                  <Button
                    key={offer.event}
                    size="compact-sm"
                    variant="default"
                    onClick={() =>
                      setSteps([
                        ...steps,
                        { kind: 'move', seat, event: offer.event, payload: samplePayload(events[offer.event]) },
                      ])
                    }
                  >
                    {say(offer.words)}
                  </Button>
                ))}
              </div>
            ))}
          {state.phase === 'open' && (
            <Group align="end" gap={8}>
              <DateField label={t('waitUntil')} value={until} minDate={now} openAt={now} onChange={setUntil} />
              <Button
                variant="default"
                disabled={until === null || until <= now}
                onClick={() => until && setSteps([...steps, { kind: 'wait', until }])}
              >
                {t('wait')}
              </Button>
            </Group>
          )}
        </Stack>
      )}
    </Sheet>
  );
}
