import { Alert, Button, FileButton } from '@mantine/core';
import type { PlanAmendmentLine } from '@phancong/contracts';
import { IconFileDiff, IconUpload } from '@tabler/icons-react';
import { Link, useNavigate, useParams } from '@tanstack/react-router';

import { PlanFrame } from '../../../components/plan/plan-frame.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/ui/states.js';
import { ToneBadge } from '../../../components/ui/tone-badge.js';
import { paths } from '../../../config/paths.js';
import { ApiError, wordsOfError } from '../../../lib/api-error.js';
import { formatDay, formatInstant } from '../../../lib/dates.js';
import { useLanguage, useSay } from '../../../lib/i18n/i18n.js';
import { useAmendments } from '../api/get-amendments.js';
import { useUploadAmendment } from '../api/upload-amendment.js';
import { useAmendmentsWords } from '../amendments-words.js';
import classes from './amendments.module.css';

const accepted = '.docx,.xlsx,.xls,.ods,.pdf,.csv,.tsv,.txt,.md,.html,.htm';

/** Every document that changed the plan, or would, and the way to bring another. */
export function AmendmentsPage() {
  const { planId } = useParams({ from: '/signed-in/ke-hoach/$planId/sua-doi' });
  return <PlanFrame planId={planId}>{() => <Amendments planId={planId} />}</PlanFrame>;
}

function Amendments({ planId }: { planId: string }) {
  const t = useAmendmentsWords();
  const navigate = useNavigate();
  const amendments = useAmendments(planId);
  const upload = useUploadAmendment(planId);
  if (amendments.isPending) return <LoadingRows rows={3} height={70} />;
  if (!amendments.data) return <ErrorState error={amendments.error} onRetry={() => void amendments.refetch()} />;
  const { items, mayUpload } = amendments.data;
  const send = (file: File | null) => {
    if (!file) return;
    upload.mutate(file, {
      onSuccess: ({ id }) => void navigate({ to: paths.planAmendment, params: { planId, amendmentId: id } }),
    });
  };
  const button = mayUpload && (
    <FileButton accept={accepted} onChange={send}>
      {(props) => (
        <Button {...props} loading={upload.isPending} leftSection={<IconUpload size={16} />}>
          {t('upload')}
        </Button>
      )}
    </FileButton>
  );
  return (
    <>
      <div className={classes.top}>
        <p className={classes.hint}>{t('hint')}</p>
        {items.length > 0 && button}
      </div>
      {upload.isPending && (
        <p role="status" className={classes.hint}>
          {t('reading', { name: upload.variables?.name ?? '' })}
        </p>
      )}
      {upload.isError && <Refusal planId={planId} error={upload.error} fileName={upload.variables?.name ?? ''} />}
      {items.length === 0 ? (
        <EmptyState
          icon={<IconFileDiff size={30} stroke={1.4} />}
          title={t('empty')}
          hint={t(mayUpload ? 'emptyMay' : 'emptyMayNot')}
          action={button}
        />
      ) : (
        <ul className={classes.list}>
          {items.map((line) => (
            <li key={line.id}>
              <AmendmentCard line={line} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const tones = { draft: 'amber', applied: 'green', discarded: 'grey' } as const;

function AmendmentCard({ line }: { line: PlanAmendmentLine }) {
  const t = useAmendmentsWords();
  const language = useLanguage();
  return (
    <Link to={paths.planAmendment} params={{ planId: line.planId, amendmentId: line.id }} className={classes.card}>
      <span className={classes.cardTitle}>{line.title}</span>
      <span className={classes.facts}>
        <ToneBadge tone={tones[line.state]}>{t(line.state)}</ToneBadge>
        <span>{t(line.kind)}</span>
        {line.number && <span>{t('number', { number: line.number })}</span>}
        {line.issuedOn && <span>{t('issued', { day: formatDay(line.issuedOn, language) })}</span>}
        <span>{t('uploadedBy', { who: line.createdBy, when: formatInstant(line.createdAt, language) })}</span>
      </span>
    </Link>
  );
}

/** Why a file was not taken; the same file a second time leads to what it became. */
function Refusal({ planId, error, fileName }: { planId: string; error: unknown; fileName: string }) {
  const t = useAmendmentsWords();
  const say = useSay();
  const known = error instanceof ApiError && error.code === 'DUPLICATE_FILE' ? error.details.amendmentId : null;
  return (
    <Alert role="alert" color={known ? 'amber' : 'red'} mb="md" title={t('refused', { name: fileName })}>
      <p style={{ margin: 0 }}>{say(wordsOfError(error))}</p>
      {typeof known === 'string' && (
        <Link to={paths.planAmendment} params={{ planId, amendmentId: known }}>
          {t('openExisting')}
        </Link>
      )}
    </Alert>
  );
}
