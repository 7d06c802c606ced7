import { Alert, Checkbox } from '@mantine/core';
import type { PlanAmendmentPage } from '@phancong/contracts';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';

import { PlanFrame } from '../../../components/plan/plan-frame.js';
import { Sheet } from '../../../components/ui/sheet.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/ui/states.js';
import { ToneBadge } from '../../../components/ui/tone-badge.js';
import { paths } from '../../../config/paths.js';
import { formatDay, formatInstant } from '../../../lib/dates.js';
import { useLanguage, useSay } from '../../../lib/i18n/i18n.js';
import { useAmendment } from '../api/get-amendment.js';
import { useAmendmentsWords } from '../amendments-words.js';
import { AmendedRowCard } from './amended-row-card.js';
import classes from './amendments.module.css';
import { SettleAmendment } from './settle-amendment.js';

/** What a document changes in the running plan, row by row, before anything changes; and how it was settled. */
export function AmendmentPage() {
  const { planId, amendmentId } = useParams({ from: '/signed-in/ke-hoach/$planId/sua-doi/$amendmentId' });
  return <PlanFrame planId={planId}>{() => <Amendment planId={planId} amendmentId={amendmentId} />}</PlanFrame>;
}

function Amendment({ planId, amendmentId }: { planId: string; amendmentId: string }) {
  const amendment = useAmendment(planId, amendmentId);
  if (amendment.isPending) return <LoadingRows rows={6} height={80} />;
  if (!amendment.data) return <ErrorState error={amendment.error} onRetry={() => void amendment.refetch()} />;
  return <AmendmentDesk page={amendment.data} />;
}

function AmendmentDesk({ page }: { page: PlanAmendmentPage }) {
  const t = useAmendmentsWords();
  const say = useSay();
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [seen, setSeen] = useState<ReadonlySet<number>>(new Set());
  const isDraft = page.state === 'draft';
  const toggle = (key: string, taken: boolean) =>
    setLeftOut((before) => new Set(taken ? [...before].filter((other) => other !== key) : [...before, key]));
  const look = (index: number, looked: boolean) =>
    setSeen((before) => new Set(looked ? [...before, index] : [...before].filter((other) => other !== index)));
  return (
    <>
      <AmendmentHead page={page} />
      {page.warnings.map((warning) => (
        <Alert key={warning.vi} color="amber" mb="sm" title={t('warnings')}>
          {say(warning)}
        </Alert>
      ))}
      {page.doubts.length > 0 && (
        <Sheet title={t('doubts')}>
          <ul className={classes.doubts}>
            {page.doubts.map((doubt, index) => (
              <li key={`${index}`}>
                {isDraft ? (
                  <Checkbox
                    label={say(doubt.message)}
                    checked={seen.has(index)}
                    onChange={(event) => look(index, event.currentTarget.checked)}
                  />
                ) : (
                  say(doubt.message)
                )}
              </li>
            ))}
          </ul>
        </Sheet>
      )}
      {page.rows.length === 0 ? (
        <EmptyState title={t('noRows')} hint={t('noRowsHint')} />
      ) : (
        <Sheet
          title={t('rows')}
          aside={<span className={classes.quiet}>{t('rowsCount', { count: page.rows.length })}</span>}
          flush
        >
          <ul className={classes.rows}>
            {page.rows.map((row) => (
              <AmendedRowCard
                key={row.key}
                row={row}
                clauses={page.changes.filter(({ ref }) => ref === row.ref).map(({ clause }) => clause)}
                taken={isDraft ? !leftOut.has(row.key) : null}
                onTake={(taken) => toggle(row.key, taken)}
              />
            ))}
          </ul>
        </Sheet>
      )}
      {isDraft && <SettleAmendment page={page} leftOut={leftOut} seen={seen.size} />}
      <Sheet title={t('source')}>
        <div className={classes.source} role="region" aria-label={t('source')} tabIndex={0}>
          {page.source.map((line) => (
            <p key={line.row}>{line.cells.filter((cell) => cell.trim() !== '').join(' · ')}</p>
          ))}
        </div>
      </Sheet>
    </>
  );
}

const tones = { draft: 'amber', applied: 'green', discarded: 'grey' } as const;

function AmendmentHead({ page }: { page: PlanAmendmentPage }) {
  const t = useAmendmentsWords();
  const language = useLanguage();
  return (
    <header className={classes.head}>
      <Link to={paths.planAmendments} params={{ planId: page.planId }}>
        {t('back')}
      </Link>
      <h2>{page.title}</h2>
      <span className={classes.facts}>
        <ToneBadge tone={tones[page.state]}>{t(page.state)}</ToneBadge>
        <span>{t(page.kind)}</span>
        {page.number && <span>{t('number', { number: page.number })}</span>}
        {page.issuedOn && <span>{t('issued', { day: formatDay(page.issuedOn, language) })}</span>}
        <span>{t('uploadedBy', { who: page.createdBy, when: formatInstant(page.createdAt, language) })}</span>
        {page.settledBy && page.settledAt && (
          <span>
            {t(page.state)}: {t('settledBy', { who: page.settledBy, when: formatInstant(page.settledAt, language) })}
          </span>
        )}
      </span>
    </header>
  );
}
