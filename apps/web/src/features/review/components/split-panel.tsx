import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import type { ReviewItem } from '@phancong/contracts';
import { IconScissors } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';

import { useCommonWords } from '../../../lib/i18n/common-words.js';
import { useReviewWords } from '../review-words.js';
import { splitPlaces } from '../split-places.js';
import type { RowActions } from '../use-row-actions.js';
import classes from './panels.module.css';

/** The work of a row piece by piece; the person says from which piece on it is another duty. */
export function SplitPanel({ item, actions }: { item: ReviewItem; actions: RowActions }) {
  const t = useReviewWords();
  const common = useCommonWords();
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.querySelector('button')?.focus(), []);
  useHotkeys([['Escape', actions.closePanel]], []);
  const pieces = splitPlaces(item.text);
  return (
    <div ref={panel} className={classes.panel} role="group" aria-label={t('splitTitle', { ref: item.ref })}>
      <strong>{t('splitTitle', { ref: item.ref })}</strong>
      <p>{pieces.length > 1 ? t('splitHint') : t('splitNothing')}</p>
      <ol className={classes.pieces}>
        {pieces.map((piece, index) => (
          <li key={piece.from}>
            {index > 0 && (
              <Button
                size="compact-sm"
                variant="light"
                disabled={actions.busy}
                leftSection={<IconScissors size={14} />}
                onClick={() => actions.split(item.id, piece.from)}
              >
                {t('splitHere')}
              </Button>
            )}
            <span>{piece.text}</span>
          </li>
        ))}
      </ol>
      <div className={classes.buttons}>
        <Button size="compact-md" variant="default" onClick={actions.closePanel}>
          {common('cancel')}
        </Button>
      </div>
    </div>
  );
}
