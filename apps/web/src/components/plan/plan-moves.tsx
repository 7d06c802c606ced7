import { Button } from '@mantine/core';
import type { OfferedMove, PlanPage } from '@phancong/contracts';
import { Link } from '@tanstack/react-router';
import { Suspense, lazy, useState } from 'react';
import { z } from 'zod';

import { paths } from '../../config/paths.js';
import { eventOf } from '../../lib/flows.js';
import { useSay } from '../../lib/i18n/i18n.js';
import { describeFields } from '../form/describe-fields.js';
import { LoadingRows } from '../ui/states.js';
import { showRefusal, showSuccess } from '../ui/toasts.js';
import { useMakeMove } from '../work/make-move.js';
import classes from './plan-moves.module.css';
import { usePlanWords } from './plan-words.js';

const PayloadForm = lazy(async () => ({ default: (await import('../form/payload-form.js')).PayloadForm }));

const noFields = z.object({});
const variants = { primary: 'filled', danger: 'light', plain: 'default' } as const;

/** The moves of the plan itself; activation has a screen of its own, where one sees what it will do. */
export function PlanMoves({ plan }: { plan: PlanPage }) {
  const t = usePlanWords();
  const say = useSay();
  const makeMove = useMakeMove(plan.id);
  const [chosen, setChosen] = useState<string | null>(null);
  const moves = plan.moves.filter((move) => move.event !== 'activate');
  const allowed = moves.filter((move) => move.allowed);
  const barred = moves.filter((move) => !move.allowed);
  const current = allowed.find((move) => move.event === chosen);
  const activation = plan.moves.find((move) => move.event === 'activate');

  const send = async (move: OfferedMove, payload: Record<string, unknown>) => {
    await makeMove.mutateAsync({ event: move.event, payload, expectedVersion: plan.version });
    setChosen(null);
    showSuccess(t('done', { move: say(move.words) }));
  };
  const press = (move: OfferedMove) => {
    const rule = eventOf('plan', move.event);
    const asksNothing = rule !== undefined && describeFields(rule.payload).length === 0;
    if (asksNothing) send(move, {}).catch((error: unknown) => showRefusal(error, say));
    else setChosen(move.event);
  };

  if (plan.moves.length === 0) return null;
  return (
    <section aria-label={t('steps')} className={classes.moves}>
      <div className={classes.buttons}>
        {activation?.allowed && (
          <Button renderRoot={(props) => <Link {...props} to={paths.planActivation} params={{ planId: plan.id }} />}>
            {t('openActivation')}
          </Button>
        )}
        {allowed.map((move) => {
          const tone = eventOf('plan', move.event)?.tone ?? 'plain';
          return (
            <Button
              key={move.event}
              variant={variants[tone]}
              {...(tone === 'danger' ? { color: 'red' } : {})}
              loading={makeMove.isPending && !current}
              onClick={() => press(move)}
            >
              {say(move.words)}
            </Button>
          );
        })}
      </div>
      {barred.length > 0 && (
        <ul className={classes.barred}>
          {barred.map((move) => (
            <li key={move.event}>
              <strong>{say(move.words)}:</strong> {move.why && say(move.why)}
            </li>
          ))}
        </ul>
      )}
      {current && (
        <div className={classes.form}>
          <Suspense fallback={<LoadingRows rows={2} />}>
            <PayloadForm
              key={current.event}
              schema={eventOf('plan', current.event)?.payload ?? noFields}
              draft={`move.${plan.id}.${current.event}`}
              sendWord={say(current.words)}
              danger={eventOf('plan', current.event)?.tone === 'danger'}
              onSend={(payload) => send(current, payload)}
              onCancel={() => setChosen(null)}
            />
          </Suspense>
        </div>
      )}
    </section>
  );
}
