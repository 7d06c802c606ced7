import { Button, CloseButton } from '@mantine/core';
import type { BulkMoveAnswer, InstanceLine } from '@phancong/contracts';
import { Suspense, lazy, useState } from 'react';

import { useLanguage, useSay } from '../../lib/i18n/i18n.js';
import { useFlows } from '../../lib/queries/get-flows.js';
import { showRefusal, showSuccess } from '../ui/toasts.js';
import classes from './bulk-bar.module.css';
import { gatherBulkMoves } from './bulk-moves.js';
import type { BulkMove } from './bulk-moves.js';
import { bulkLimit, useBulkMove } from './make-bulk-move.js';
import type { Selection } from './use-selection.js';
import { useWorkWords } from './work-words.js';

const BulkOutcome = lazy(async () => ({ default: (await import('./bulk-outcome.js')).BulkOutcome }));

interface Outcome {
  answer: BulkMoveAnswer;
  lines: InstanceLine[];
}

/** Appears with the first marked line: what can be done with all of them at once, "Tiếp nhận 20 nhiệm vụ". */
export function BulkBar({ selection, unitId }: { selection: Selection; unitId: string }) {
  const t = useWorkWords();
  const say = useSay();
  const language = useLanguage();
  const flows = useFlows();
  const bulkMove = useBulkMove();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const moves = gatherBulkMoves(flows, selection.lines, unitId);

  const make = ({ flow, event, lines }: BulkMove) => {
    const instances = lines.slice(0, bulkLimit).map(({ id, version }) => ({ id, expectedVersion: version }));
    bulkMove.mutate(
      { event, payload: {}, instances },
      {
        onSuccess: (answer) => {
          selection.clear();
          if (answer.refused.length > 0) setOutcome({ answer, lines });
          else showSuccess(t('bulkDone', { move: say(flows.event(flow, event)), count: answer.moved.length }));
        },
        onError: (error) => showRefusal(error, say),
      },
    );
  };

  return (
    <>
      {selection.ids.size > 0 && (
        <div className={classes.bar} role="region" aria-live="polite">
          <strong className={classes.count}>{t('selected', { count: selection.ids.size })}</strong>
          {moves.map((move) => (
            <Button key={`${move.flow}:${move.event}`} loading={bulkMove.isPending} onClick={() => make(move)}>
              {t(move.flow === 'task' ? 'bulkTasks' : 'bulkOthers', {
                move: say(flows.event(move.flow, move.event)),
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
      {outcome && (
        <Suspense fallback={null}>
          <BulkOutcome {...outcome} onClose={() => setOutcome(null)} />
        </Suspense>
      )}
    </>
  );
}
