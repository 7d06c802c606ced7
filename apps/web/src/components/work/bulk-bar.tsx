import { Button, CloseButton } from '@mantine/core';
import type { BulkMoveAnswer } from '@phancong/contracts';
import { Suspense, lazy, useState } from 'react';

import { useLanguage, useSay } from '../../lib/i18n/i18n.js';
import { useFlows } from '../../lib/queries/get-flows.js';
import { showRefusal } from '../ui/toasts.js';
import classes from './bulk-bar.module.css';
import { BulkDone } from './bulk-done.js';
import { gatherBulkMoves, requestOf } from './bulk-moves.js';
import type { BulkMove } from './bulk-moves.js';
import { BulkRunning } from './bulk-running.js';
import { bulkLimit, useBulkMove } from './make-bulk-move.js';
import type { Selection } from './use-selection.js';
import { useWorkWords } from './work-words.js';

const BulkOutcome = lazy(async () => ({ default: (await import('./bulk-outcome.js')).BulkOutcome }));
const BulkDialog = lazy(async () => ({ default: (await import('./bulk-dialog.js')).BulkDialog }));

/** From here on one looks first at what it would do. */
const manyLines = 100;

interface Outcome extends BulkMove {
  answer: BulkMoveAnswer;
  /** Still to be told: some were refused, or left. */
  isListed: boolean;
}

/** Appears with the first marked line: what can be done with all of them at once, "Tiếp nhận 20 nhiệm vụ"; then how far it is, and how to take it back. */
export function BulkBar({ selection, unitId }: { selection: Selection; unitId: string }) {
  const t = useWorkWords();
  const say = useSay();
  const language = useLanguage();
  const flows = useFlows();
  const bulkMove = useBulkMove();
  const [asked, setAsked] = useState<BulkMove | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const moves = gatherBulkMoves(flows, selection.lines, unitId);

  const make = (move: BulkMove, payload: Record<string, unknown>) => {
    setAsked(null);
    bulkMove.mutate(requestOf(move, payload), {
      onSuccess: (answer) => {
        selection.clear();
        setOutcome({ ...move, answer, isListed: answer.refused.length > 0 || answer.left !== undefined });
      },
      onError: (error) => showRefusal(error, say),
    });
  };
  const begin = (all: BulkMove) => {
    const move = { ...all, lines: all.lines.slice(0, bulkLimit) };
    const looksFirst = move.lines.length > manyLines || flows.asksReason(move.flow, move.event);
    if (looksFirst) setAsked(move);
    else make(move, {});
  };

  return (
    <>
      {bulkMove.isPending && <BulkRunning bulkMove={bulkMove} />}
      {!bulkMove.isPending && selection.ids.size > 0 && (
        <div className={classes.bar} role="region" aria-live="polite">
          <strong className={classes.count}>{t('selected', { count: selection.ids.size })}</strong>
          {moves.map((move) => (
            <Button key={`${move.flow}:${move.event}`} onClick={() => begin(move)}>
              {t(move.flow === 'task' ? 'bulkTasks' : 'bulkOthers', {
                move: say(flows.event(move.flow, move.event, move.version)),
                count: Math.min(move.lines.length, bulkLimit),
                what: say(flows.words(move.flow)).toLocaleLowerCase(language),
              })}
            </Button>
          ))}
          {moves.length === 0 && <span className={classes.hint}>{t('noBulk')}</span>}
          {selection.ids.size > bulkLimit && (
            <span className={classes.hint}>{t('selectedTooMany', { limit: bulkLimit })}</span>
          )}
          <CloseButton className={classes.close} aria-label={t('clearSelection')} onClick={selection.clear} />
        </div>
      )}
      {!bulkMove.isPending && selection.ids.size === 0 && outcome && (
        <BulkDone move={outcome} answer={outcome.answer} onUndo={setAsked} onClose={() => setOutcome(null)} />
      )}
      {asked && (
        <Suspense fallback={null}>
          <BulkDialog move={asked} onMake={make} onClose={() => setAsked(null)} />
        </Suspense>
      )}
      {outcome?.isListed && (
        <Suspense fallback={null}>
          <BulkOutcome
            answer={outcome.answer}
            lines={outcome.lines}
            onClose={() => setOutcome({ ...outcome, isListed: false })}
          />
        </Suspense>
      )}
    </>
  );
}
