import type { AddItem, PlanReview } from '@phancong/contracts';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

import { showRefusal, showSuccess } from '../../components/ui/toasts.js';
import { useSay } from '../../lib/i18n/i18n.js';
import { useMakeStep } from './api/make-step.js';
import type { ReviewStep } from './api/make-step.js';
import { useReviewWords } from './review-words.js';

/** The panel that is open for a row: where to cut it, or what the row below it says. */
export interface OpenPanel {
  kind: 'split' | 'add';
  /** Null stands before the first row. */
  itemId: string | null;
}

export interface RowActions {
  panel: OpenPanel | null;
  busy: boolean;
  openSplit: (itemId: string) => void;
  openAdd: (afterItemId: string | null) => void;
  closePanel: () => void;
  split: (itemId: string, textFrom: number) => void;
  add: (body: AddItem) => Promise<void>;
  merge: (itemId: string) => void;
  remove: (itemId: string) => void;
  undo: () => void;
  redo: () => void;
}

/**
 * Steps on whole rows. Each is made at once and told with the way back, so nothing asks "are you sure?". The functions stay
 * the same while the review changes: the list of rows does not draw itself anew for them.
 */
export function useRowActions(review: PlanReview, onShow: (itemId: string) => void): RowActions {
  const t = useReviewWords();
  const say = useSay();
  const [panel, setPanel] = useState<OpenPanel | null>(null);
  const { mutateAsync, isPending } = useMakeStep(review.plan.id);
  const latest = useRef({ review, onShow, t, say });
  useEffect(() => {
    latest.current = { review, onShow, t, say };
  });

  const make = useCallback(
    async (step: ReviewStep) => {
      try {
        return await mutateAsync(step);
      } catch (error) {
        showRefusal(error, latest.current.say);
        return undefined;
      }
    },
    [mutateAsync],
  );

  const actions = useMemo(() => {
    const find = (itemId: string) => {
      const { items } = latest.current.review;
      const at = items.findIndex(({ id }) => id === itemId);
      return { row: items[at], below: items[at + 1] };
    };
    const again = async (kind: 'undo' | 'redo') => {
      const step = await make({ kind });
      if (step && 'words' in step) {
        showSuccess(latest.current.t(`${kind}Done`, { what: latest.current.say(step.words) }));
      }
    };
    return {
      openSplit: (itemId: string) => setPanel({ kind: 'split', itemId }),
      openAdd: (itemId: string | null) => setPanel({ kind: 'add', itemId }),
      closePanel: () => setPanel(null),
      split: async (itemId: string, textFrom: number) => {
        const { row } = find(itemId);
        const made = row && (await make({ kind: 'split', row, textFrom }));
        if (!made || !('ref' in made)) return;
        setPanel(null);
        latest.current.onShow(made.id);
        showSuccess(latest.current.t('splitDone', { ref: made.ref }));
      },
      add: async (body: AddItem) => {
        const made = await mutateAsync({ kind: 'add', body });
        if (!made || !('ref' in made)) return;
        setPanel(null);
        latest.current.onShow(made.id);
        showSuccess(latest.current.t('addDone', { ref: made.ref }));
      },
      merge: async (itemId: string) => {
        const { row, below } = find(itemId);
        const made = row && below && (await make({ kind: 'merge', row, other: below }));
        if (made && 'ref' in made) showSuccess(latest.current.t('mergeDone', { ref: made.ref }));
      },
      remove: async (itemId: string) => {
        const { row, below } = find(itemId);
        const made = row && (await make({ kind: 'remove', row }));
        if (made === undefined || !row) return;
        if (below) latest.current.onShow(below.id);
        showSuccess(latest.current.t('removeDone', { ref: row.ref }));
      },
      undo: () => again('undo'),
      redo: () => again('redo'),
    };
  }, [make, mutateAsync]);

  return useMemo(
    () => ({
      ...actions,
      split: (itemId, textFrom) => void actions.split(itemId, textFrom),
      merge: (itemId) => void actions.merge(itemId),
      remove: (itemId) => void actions.remove(itemId),
      undo: () => void actions.undo(),
      redo: () => void actions.redo(),
      panel,
      busy: isPending,
    }),
    [actions, panel, isPending],
  );
}
