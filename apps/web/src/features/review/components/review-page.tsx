import { Alert, SegmentedControl } from '@mantine/core';
import type { PlanReview } from '@phancong/contracts';
import { useParams } from '@tanstack/react-router';
import { useCallback, useState } from 'react';

import { NameMembers } from '../../../components/plan/name-members.js';
import { PlanFrame } from '../../../components/plan/plan-frame.js';
import { PlanMoves } from '../../../components/plan/plan-moves.js';
import { ErrorState, LoadingRows } from '../../../components/ui/states.js';
import { showRefusal } from '../../../components/ui/toasts.js';
import { useSay } from '../../../lib/i18n/i18n.js';
import { useSession } from '../../../lib/queries/get-session.js';
import { useReview } from '../api/get-review.js';
import { useChangesUnderWay } from '../api/own-changes.js';
import { useSettleDoubts } from '../api/settle-doubt.js';
import type { Answer } from '../api/settle-doubt.js';
import { isEditable, isFact } from '../editable-fields.js';
import type { DocumentFact, EditableField } from '../editable-fields.js';
import { useReviewWords } from '../review-words.js';
import { useReviewKeys } from '../use-review-keys.js';
import { useRowActions } from '../use-row-actions.js';
import { DocumentFacts } from './document-facts.js';
import { DoubtList } from './doubt-list.js';
import { ItemList } from './item-list.js';
import { MembersEditor } from './members-editor.js';
import { ReviewProgress } from './review-progress.js';
import classes from './review-page.module.css';
import { SourcePane } from './source-pane.js';
import { StepsBar } from './steps-bar.js';

/** What was read beside the document it was read from; a person settles what the reader was not sure of. */
export function ReviewPage() {
  const { planId } = useParams({ from: '/signed-in/ke-hoach/$planId/ra-soat' });
  return <PlanFrame planId={planId}>{() => <Review planId={planId} />}</PlanFrame>;
}

function Review({ planId }: { planId: string }) {
  const review = useReview(planId);
  if (review.isPending) return <LoadingRows rows={8} height={64} />;
  if (!review.data) return <ErrorState error={review.error} onRetry={() => void review.refetch()} />;
  return <ReviewDesk review={review.data} />;
}

export interface Editing {
  itemId: string;
  field: EditableField;
}

const openStates = new Set(['draft', 'inReview']);

function ReviewDesk({ review }: { review: PlanReview }) {
  const t = useReviewWords();
  const say = useSay();
  const { actor } = useSession();
  const { plan, doubts, items } = review;
  const changing = useChangesUnderWay(plan.id);
  const { settle, underWay } = useSettleDoubts(plan.id, (error) => showRefusal(error, say));
  const [wanted, setWanted] = useState<string | null>(null);
  const [chosenItem, setChosenItem] = useState<string | null>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [fact, setFact] = useState<DocumentFact | null>(null);
  const [pane, setPane] = useState<'document' | 'reading'>('reading');
  const showItem = useCallback((itemId: string) => setChosenItem(itemId), []);
  const actions = useRowActions(review, showItem);

  const owns = plan.ownerUnitId === actor.unitId;
  const mayChange = owns && openStates.has(plan.state);
  const open = doubts.filter((doubt) => doubt.settledAt === null && !underWay.has(doubt.id));
  const at = Math.max(
    0,
    open.findIndex((doubt) => doubt.id === wanted),
  );
  const current = open[at] ?? null;
  const shownItemId = editing?.itemId ?? chosenItem ?? current?.itemId ?? null;
  const shownField = editing?.field ?? (chosenItem ? null : (current?.field ?? null));

  /** After a doubt is settled the next one is wanted, so that one key press leads to the next question. */
  const answer = (doubtIds: readonly string[], given: Answer) => {
    const next = open.slice(at + 1).find(({ id }) => !doubtIds.includes(id));
    settle({ doubtIds, answer: given });
    if (current && doubtIds.includes(current.id)) setWanted(next?.id ?? null);
    setChosenItem(null);
  };
  const look = (doubtId: string) => {
    setWanted(doubtId);
    setChosenItem(null);
  };
  const onRow = (act: (itemId: string) => void) => () => {
    if (shownItemId !== null && items.some(({ id }) => id === shownItemId)) act(shownItemId);
  };

  useReviewKeys(
    {
      step: (by) => {
        const next = open[at + by];
        if (next) look(next.id);
      },
      stepRow: (by) => {
        const shown = items.findIndex(({ id }) => id === shownItemId);
        const next = items[shown < 0 ? 0 : shown + by];
        if (next) setChosenItem(next.id);
      },
      accept: () => current && answer([current.id], { kind: 'accept' }),
      choose: (position) => current?.choices[position] && answer([current.id], { kind: 'choose', position }),
      edit: () => {
        if (chosenItem !== null) setEditing({ itemId: chosenItem, field: 'title' });
        else if (current?.itemId && isEditable(current.field))
          setEditing({ itemId: current.itemId, field: current.field });
        else if (current && current.itemId === null && isFact(current.field)) setFact(current.field);
      },
      split: onRow(actions.openSplit),
      merge: onRow(actions.merge),
      add: onRow(actions.openAdd),
      remove: onRow(actions.remove),
      undo: actions.undo,
      redo: actions.redo,
    },
    mayChange && editing === null && fact === null && actions.panel === null && !actions.busy,
  );

  return (
    <>
      <ReviewProgress total={doubts.length} left={open.length} underWay={underWay.size} />
      {!mayChange && (
        <Alert color="gray" mb="sm">
          {t(owns ? 'locked' : 'readOnly')}
        </Alert>
      )}
      {/* A step of the plan stands on its version: it waits until one's own changes have come home. */}
      <fieldset className={classes.moves} disabled={changing}>
        <PlanMoves plan={plan} />
      </fieldset>
      <div className={classes.names}>
        <NameMembers
          planId={plan.id}
          day={plan.registryDate ?? `${plan.year}-01-15`}
          editor={mayChange ? MembersEditor : undefined}
        />
      </div>
      {mayChange && <StepsBar review={review} actions={actions} />}
      <SegmentedControl
        className={classes.panes ?? ''}
        fullWidth
        aria-label={t('panes')}
        value={pane}
        onChange={(value) => setPane(value === 'document' ? 'document' : 'reading')}
        data={[
          { value: 'document', label: t('document') },
          { value: 'reading', label: t('reading') },
        ]}
      />
      <div className={classes.desk} data-pane={pane}>
        <div className={classes.left}>
          <SourcePane review={review} itemId={shownItemId} field={shownField} onItem={setChosenItem} />
        </div>
        <div className={classes.right}>
          {doubts.length > 0 && (
            <DoubtList
              doubts={doubts}
              open={open}
              current={current}
              year={plan.year}
              mayChange={mayChange}
              onLook={look}
              onAnswer={answer}
              onEdit={setEditing}
              onFact={setFact}
            />
          )}
          <DocumentFacts review={review} mayChange={mayChange} editing={fact} onEdit={setFact} />
          <ItemList
            planId={plan.id}
            year={plan.year}
            items={items}
            shownItemId={shownItemId}
            mayChange={mayChange}
            editing={editing}
            onEdit={setEditing}
            onShow={showItem}
            actions={actions}
          />
        </div>
      </div>
    </>
  );
}
