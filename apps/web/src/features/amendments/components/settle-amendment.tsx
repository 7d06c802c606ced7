import { Alert, Button, Textarea } from '@mantine/core';
import type { PlanAmendmentPage } from '@phancong/contracts';
import { useState } from 'react';

import { ConfirmDialog } from '../../../components/ui/confirm-dialog.js';
import { showRefusal, showSuccess } from '../../../components/ui/toasts.js';
import { useDraft } from '../../../lib/drafts.js';
import { useCommonWords } from '../../../lib/i18n/common-words.js';
import { useSay } from '../../../lib/i18n/i18n.js';
import { useSettleAmendment } from '../api/settle-amendment.js';
import { useAmendmentsWords } from '../amendments-words.js';
import { addWork, useWorkWordsOf } from '../use-work-words.js';
import classes from './amendments.module.css';

interface SettleAmendmentProps {
  page: PlanAmendmentPage;
  leftOut: ReadonlySet<string>;
  seen: number;
}

/** All that applying would do, in one sentence, and the two ways to settle the document. */
export function SettleAmendment({ page, leftOut, seen }: SettleAmendmentProps) {
  const t = useAmendmentsWords();
  const common = useCommonWords();
  const say = useSay();
  const wordWork = useWorkWordsOf();
  const settle = useSettleAmendment(page.planId, page.id);
  const [confirming, setConfirming] = useState(false);
  const [discarding, setDiscarding] = useState(false);
  const [reason, setReason, forget] = useDraft(`amendment.discard.${page.id}`, '');
  const rows = page.rows.filter(({ key }) => !leftOut.has(key));
  const total = addWork(rows.map(({ work }) => work));
  const unseen = page.doubts.length - seen;

  // Awaited, not given as callbacks: once it is settled this part of the screen is gone, and its callbacks with it.
  const apply = async () => {
    const body = { fingerprint: page.fingerprint, leftOut: [...leftOut], seenDoubts: seen };
    try {
      await settle.mutateAsync({ kind: 'apply', body });
      showSuccess(t('applyDone'));
    } catch (error) {
      showRefusal(error, say);
    }
    setConfirming(false);
  };
  const discard = async () => {
    try {
      await settle.mutateAsync({ kind: 'discard', body: { reason } });
      forget();
      showSuccess(t('discardDone'));
    } catch (error) {
      showRefusal(error, say);
    }
  };

  return (
    <section className={classes.settle} aria-label={t('confirmTitle')}>
      <p className={classes.total}>{t('total', { what: wordWork(total) })}</p>
      {page.obstacle && <Alert color="amber">{say(page.obstacle)}</Alert>}
      {!page.obstacle && unseen > 0 && <p className={classes.quiet}>{t('leftDoubts', { count: unseen })}</p>}
      <div className={classes.buttons}>
        {!page.obstacle && (
          <Button disabled={unseen > 0 || rows.length === 0} onClick={() => setConfirming(true)}>
            {t('apply', { count: rows.length })}
          </Button>
        )}
        {!discarding && (
          <Button variant="default" onClick={() => setDiscarding(true)}>
            {t('discard')}
          </Button>
        )}
      </div>
      {discarding && (
        <form
          className={classes.discard}
          onSubmit={(event) => {
            event.preventDefault();
            void discard();
          }}
        >
          <Textarea
            label={t('discardReason')}
            required
            autosize
            minRows={2}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <div className={classes.buttons}>
            <Button variant="default" onClick={() => setDiscarding(false)}>
              {common('cancel')}
            </Button>
            <Button
              type="submit"
              color="red"
              variant="light"
              loading={settle.isPending}
              disabled={reason.trim() === ''}
            >
              {t('discard')}
            </Button>
          </div>
        </form>
      )}
      <ConfirmDialog
        opened={confirming}
        title={t('confirmTitle')}
        yes={t('apply', { count: rows.length })}
        pending={settle.isPending}
        onYes={() => void apply()}
        onClose={() => setConfirming(false)}
      >
        <p>{t('total', { what: wordWork(total) })}</p>
        <p className={classes.quiet}>{t('confirmHint')}</p>
      </ConfirmDialog>
    </section>
  );
}
