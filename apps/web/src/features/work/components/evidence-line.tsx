import { Button, Group, TextInput } from '@mantine/core';
import type { Evidence } from '@phancong/contracts';
import { useState } from 'react';

import { showRefusal } from '../../../components/ui/toasts.js';
import { fileAddress } from '../../../config/paths.js';
import { formatDay } from '../../../lib/dates.js';
import { useCommonWords } from '../../../lib/i18n/common-words.js';
import { useGlossary } from '../../../lib/i18n/glossary.js';
import { useLanguage, useSay } from '../../../lib/i18n/i18n.js';
import { useWithdrawEvidence } from '../api/withdraw-evidence.js';
import { useWorkPageWords } from '../work-page-words.js';
import classes from './evidence-section.module.css';

/** One proof; a withdrawn one stays visible with its reason and counts no more. */
export function EvidenceLine({ evidence, mayWithdraw }: { evidence: Evidence; mayWithdraw: boolean }) {
  const t = useWorkPageWords();
  const glossary = useGlossary();
  const language = useLanguage();
  const [withdrawing, setWithdrawing] = useState(false);
  const withdrawn = evidence.withdrawnReason !== null;
  const facts = [
    glossary(evidence.kind),
    evidence.place,
    evidence.participants !== null && t('participantsShort', { count: evidence.participants }),
    `${evidence.recordedBy.personName}, ${evidence.recordedBy.unitName}`,
  ].filter(Boolean);
  return (
    <li className={classes.line} data-withdrawn={withdrawn || undefined}>
      <span className={classes.day}>{formatDay(evidence.happenedOn, language)}</span>
      <span>
        <span className={classes.title}>{evidence.title}</span>
        <span className={classes.details} style={{ display: 'block' }}>
          {facts.join(' · ')}
          {evidence.file && (
            <>
              {' · '}
              <a href={fileAddress(evidence.file.id)}>{evidence.file.name}</a>
            </>
          )}
          {evidence.link && (
            <>
              {' · '}
              <a href={evidence.link} target="_blank" rel="noreferrer">
                {evidence.link}
              </a>
            </>
          )}
          {evidence.note && (
            <>
              <br />
              {evidence.note}
            </>
          )}
          {withdrawn && (
            <>
              <br />
              {t('withdrawn', { reason: evidence.withdrawnReason ?? '' })}
            </>
          )}
        </span>
      </span>
      <span>
        {mayWithdraw && !withdrawn && !withdrawing && (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setWithdrawing(true)}>
            {t('withdraw')}
          </Button>
        )}
      </span>
      {withdrawing && <WithdrawForm evidenceId={evidence.id} onClose={() => setWithdrawing(false)} />}
    </li>
  );
}

function WithdrawForm({ evidenceId, onClose }: { evidenceId: string; onClose: () => void }) {
  const t = useWorkPageWords();
  const common = useCommonWords();
  const say = useSay();
  const withdraw = useWithdrawEvidence(evidenceId);
  const [reason, setReason] = useState('');
  return (
    <form
      className={classes.withdraw}
      onSubmit={(event) => {
        event.preventDefault();
        withdraw.mutate(reason, { onSuccess: onClose, onError: (error) => showRefusal(error, say) });
      }}
    >
      <Group gap="xs" align="end">
        <TextInput
          style={{ flex: 1 }}
          label={t('withdrawReason')}
          required
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button type="submit" color="red" variant="light" loading={withdraw.isPending}>
          {t('withdraw')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {common('cancel')}
        </Button>
      </Group>
    </form>
  );
}
