import { Button, Text, Textarea } from '@mantine/core';
import type { FlowDocument, OwnFlow, SettleFlow } from '@phancong/contracts';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import { RefusalAlert } from '../../../components/form/refusal-alert.js';
import { ConfirmDialog } from '../../../components/ui/confirm-dialog.js';
import { showSuccess } from '../../../components/ui/toasts.js';
import { paths } from '../../../config/paths.js';
import { useSay } from '../../../lib/i18n/i18n.js';
import { useChangeFlow } from '../api/change-own-flow.js';
import { useOwnFlowsWords } from '../own-flows-words.js';
import classes from './flow-editor.module.css';

interface FlowActionsProps {
  flow: OwnFlow;
  document: FlowDocument;
  isChanged: boolean;
  isWellFormed: boolean;
  onSaved: () => void;
}

type Step = SettleFlow['step'];

/** Saving, and the way of a flow from draft to use; what is not possible yet says why. */
export function FlowActions({ flow, document, isChanged, isWellFormed, onSaved }: FlowActionsProps) {
  const t = useOwnFlowsWords();
  const say = useSay();
  const navigate = useNavigate();
  const change = useChangeFlow();
  const [asked, setAsked] = useState<Step | null>(null);
  const [reason, setReason] = useState('');
  const { state, why, edition } = flow;

  const save = () =>
    change.mutate(
      { kind: 'save', id: flow.id, body: { document, expectedEdition: edition } },
      {
        onSuccess: () => {
          onSaved();
          showSuccess(t('saved'));
        },
      },
    );
  const settle = (step: Step) =>
    change.mutate(
      { kind: 'settle', id: flow.id, body: { step, reason: reason.trim() || null, expectedEdition: edition } },
      {
        onSuccess: () => {
          showSuccess(t('done', { step: t(step) }));
          if (step === 'discard') void navigate({ to: paths.ownFlows });
        },
        onSettled: () => setAsked(null),
      },
    );
  const copy = () =>
    change.mutate(
      { kind: 'copy', body: { flow: flow.flow, unitId: flow.unit?.id ?? null, fromId: flow.id } },
      { onSuccess: ({ id }) => void navigate({ to: paths.ownFlow, params: { id } }) },
    );
  const barred = state === 'draft' ? why.submit : state === 'submitted' ? why.approve : null;
  const barredStep = state === 'draft' ? 'submit' : 'release';

  return (
    <div className={classes.actions}>
      {state === 'draft' && why.edit === null && (
        <>
          <Button loading={change.isPending} disabled={!isChanged || !isWellFormed} onClick={save}>
            {t('save')}
          </Button>
          <Button variant="default" disabled={isChanged || why.submit !== null} onClick={() => settle('submit')}>
            {t('submit')}
          </Button>
          <Button variant="subtle" color="red" onClick={() => setAsked('discard')}>
            {t('discard')}
          </Button>
        </>
      )}
      {state === 'submitted' && why.approve === null && (
        <>
          <Button onClick={() => setAsked('release')}>{t('release')}</Button>
          <Button variant="default" onClick={() => setAsked('return')}>
            {t('return')}
          </Button>
        </>
      )}
      {state === 'released' && why.stop === null && (
        <Button variant="default" onClick={() => setAsked('stop')}>
          {t('stop')}
        </Button>
      )}
      {state !== 'draft' && why.copy === null && (
        <Button variant="default" loading={change.isPending} onClick={copy}>
          {t('nextVersion')}
        </Button>
      )}
      {isChanged && why.edit === null && <Text c="dimmed">{t('unsaved')}</Text>}
      {barred && !isChanged && (
        <Text c="dimmed">{t('whyNot', { step: t(barredStep).toLocaleLowerCase(), why: say(barred) })}</Text>
      )}
      <div className={classes.whole}>
        <RefusalAlert error={change.error} />
      </div>
      <ConfirmDialog
        opened={asked !== null}
        title={asked === null ? '' : t(asked)}
        yes={asked === null ? '' : t(asked)}
        pending={change.isPending}
        onYes={() => asked && settle(asked)}
        onClose={() => setAsked(null)}
      >
        {asked === 'release' && <Text>{t('releaseHint', { unit: flow.unit?.name ?? t('whole') })}</Text>}
        {asked === 'stop' && <Text>{t('stopHint')}</Text>}
        {asked === 'discard' && <Text>{say(document.words)}</Text>}
        {asked === 'return' && (
          <Textarea
            label={t('returnReason')}
            required
            autosize
            minRows={2}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </ConfirmDialog>
    </div>
  );
}
