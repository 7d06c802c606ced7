import { Alert, Button } from '@mantine/core';
import type { InstancePage, OfferedMove } from '@phancong/contracts';
import { Suspense, lazy, useState } from 'react';
import { z } from 'zod';

import { describeFields } from '../../../components/form/describe-fields.js';
import { Sheet } from '../../../components/ui/sheet.js';
import { LoadingRows } from '../../../components/ui/states.js';
import { showRefusal, showSuccess } from '../../../components/ui/toasts.js';
import { useMakeMove } from '../../../components/work/make-move.js';
import { eventOf } from '../../../lib/flows.js';
import { useSay } from '../../../lib/i18n/i18n.js';
import { useWorkPageWords } from '../work-page-words.js';
import { StartPanel } from '../../../components/work/start-panel.js';
import panel from '../../../components/work/panel.module.css';
import classes from './move-panel.module.css';
import { WaitsFor } from './waits-for.js';

const PayloadForm = lazy(async () => ({
  default: (await import('../../../components/form/payload-form.js')).PayloadForm,
}));

const noFields = z.object({});
const variants = { primary: 'filled', danger: 'light', plain: 'default' } as const;

/** What may be done now, and what may not yet and why: the same sentences the server would refuse with. */
export function MovePanel({ page }: { page: InstancePage }) {
  const t = useWorkPageWords();
  const say = useSay();
  const { line } = page;
  const makeMove = useMakeMove(line.id);
  const [chosen, setChosen] = useState<OfferedMove | null>(null);
  const allowed = page.moves.filter((move) => move.allowed);
  const barred = page.moves.filter((move) => !move.allowed);
  const current = chosen && allowed.find((move) => move.event === chosen.event);

  const send = async (move: OfferedMove, payload: Record<string, unknown>) => {
    await makeMove.mutateAsync({ event: move.event, payload, expectedVersion: line.version });
    setChosen(null);
    showSuccess(t('done', { move: say(move.words) }));
  };

  const press = (move: OfferedMove) => {
    const rule = eventOf(line.flow, move.event, line.machineVersion);
    const asksNothing = rule !== undefined && describeFields(rule.payload).length === 0 && rule.tone !== 'danger';
    if (asksNothing) send(move, {}).catch((error: unknown) => showRefusal(error, say));
    else setChosen(move);
  };

  return (
    <Sheet title={t('moves')}>
      {page.damaged && (
        <Alert color="red" role="alert">
          {t('damaged', { id: line.id })}
        </Alert>
      )}
      {allowed.length === 0 && !page.damaged && <WaitsFor page={page} />}
      <div className={panel.buttons}>
        {allowed.map((move) => {
          const tone = eventOf(line.flow, move.event, line.machineVersion)?.tone ?? 'plain';
          return (
            <Button
              key={move.event}
              variant={variants[tone]}
              {...(tone === 'danger' ? { color: 'red' } : {})}
              aria-expanded={current?.event === move.event}
              loading={makeMove.isPending && !current}
              onClick={() => press(move)}
            >
              {say(move.words)}
            </Button>
          );
        })}
      </div>
      {current && (
        <div className={panel.form}>
          <Suspense fallback={<LoadingRows rows={2} />}>
            <PayloadForm
              key={current.event}
              schema={eventOf(line.flow, current.event, line.machineVersion)?.payload ?? noFields}
              draft={`move.${line.id}.${current.event}`}
              sendWord={say(current.words)}
              danger={eventOf(line.flow, current.event, line.machineVersion)?.tone === 'danger'}
              onSend={(payload) => send(current, payload)}
              onCancel={() => setChosen(null)}
            />
          </Suspense>
        </div>
      )}
      {barred.length > 0 && (
        <details className={classes.barred} open={allowed.length === 0 && barred.length <= 3}>
          <summary>{t('notNow', { count: barred.length })}</summary>
          <ul>
            {barred.map((move) => (
              <li key={move.event}>
                <Button size="compact-sm" variant="default" disabled>
                  {say(move.words)}
                </Button>
                <span>{move.why && say(move.why)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <StartPanel parentId={page.line.id} offers={page.mayStart} dueOn={page.line.dueOn} />
    </Sheet>
  );
}
