import { Button, CloseButton } from '@mantine/core';
import type { BulkMoveAnswer } from '@phancong/contracts';

import { useCommonWords } from '../../lib/i18n/common-words.js';
import { useLanguage, useSay } from '../../lib/i18n/i18n.js';
import { formatNumber } from '../../lib/numbers.js';
import { useFlows } from '../../lib/queries/get-flows.js';
import classes from './bulk-bar.module.css';
import type { BulkMove } from './bulk-moves.js';
import { useWorkWords } from './work-words.js';

interface BulkDoneProps {
  move: BulkMove;
  answer: BulkMoveAnswer;
  onUndo: (back: BulkMove) => void;
  onClose: () => void;
}

/** What a move on many lines came to; taken back by one more move, where the machine knows one. */
export function BulkDone({ move, answer, onUndo, onClose }: BulkDoneProps) {
  const t = useWorkWords();
  const common = useCommonWords();
  const say = useSay();
  const language = useLanguage();
  const flows = useFlows();
  const undo = flows.undo(move.flow, move.event);
  const takeBack = () => {
    if (undo === null) return;
    const titles = new Map(move.lines.map(({ id, title }) => [id, title]));
    const lines = answer.moved.map(({ id, version }) => ({ id, version, title: titles.get(id) ?? id }));
    onUndo({ flow: move.flow, event: undo, lines });
  };
  return (
    <div className={classes.bar} role="region" aria-label={t('bulkResult')}>
      <span role="status">
        {t('bulkDone', {
          move: say(flows.event(move.flow, move.event)),
          count: formatNumber(answer.moved.length, language),
        })}
      </span>
      {undo !== null && answer.moved.length > 0 && (
        <Button variant="default" onClick={takeBack}>
          {t('bulkUndo')}
        </Button>
      )}
      <CloseButton className={classes.close} aria-label={common('close')} onClick={onClose} />
    </div>
  );
}
