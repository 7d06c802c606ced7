import { Alert } from '@mantine/core';
import type { ActivationPreview, IsoDate, PlanPage } from '@phancong/contracts';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';

import { NameMembers } from '../../../components/plan/name-members.js';
import { PlanFrame } from '../../../components/plan/plan-frame.js';
import { DateField } from '../../../components/ui/date-field.js';
import { ErrorState, LoadingRows } from '../../../components/ui/states.js';
import { paths } from '../../../config/paths.js';
import { useLanguage, useSay } from '../../../lib/i18n/i18n.js';
import { formatNumber } from '../../../lib/numbers.js';
import { useActivatePlan } from '../api/activate-plan.js';
import { useActivationPreview } from '../api/get-activation-preview.js';
import { useActivationWords } from '../activation-words.js';
import { ActivateButton } from './activate-button.js';
import classes from './activation-page.module.css';
import { FirstWeek, UnnamedNames } from './preview-lists.js';
import { MonthChart } from './month-chart.js';
import { PreviewTables } from './preview-tables.js';

/** The last look before a signed plan becomes work. */
export function ActivationPage() {
  const { planId } = useParams({ from: '/signed-in/ke-hoach/$planId/kich-hoat' });
  return <PlanFrame planId={planId}>{(plan) => <Activation plan={plan} />}</PlanFrame>;
}

/** Until another day is chosen: the middle of January of the plan's year, when such plans begin. */
const usualRegistryDate = (plan: PlanPage): IsoDate => plan.registryDate ?? `${plan.year}-01-15`;

function Activation({ plan }: { plan: PlanPage }) {
  const t = useActivationWords();
  const [registryDate, setRegistryDate] = useState<IsoDate>(usualRegistryDate(plan));
  const preview = useActivationPreview(plan.id, registryDate);
  const activate = useActivatePlan(plan.id);
  if (activate.data) return <Outcome planId={plan.id} answer={activate.data} />;
  return (
    <>
      <div className={classes.top}>
        <div>
          <h2 className={classes.title}>{t('title')}</h2>
          <p className={classes.hint}>{t('hint')}</p>
        </div>
        <DateField
          label={t('registryDate')}
          description={t('registryHint')}
          required
          value={registryDate}
          onChange={(day) => day && setRegistryDate(day)}
        />
      </div>
      {preview.isPending && <LoadingRows rows={6} height={64} />}
      {preview.isError && !preview.data && <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.data && (
        <div className={classes.preview} data-stale={preview.isPlaceholderData || undefined}>
          <Obstacles plan={plan} preview={preview.data} />
          <Totals preview={preview.data} />
          <ActivateButton
            preview={preview.data}
            ready={!preview.isPlaceholderData && preview.data.obstacles.length === 0}
            pending={activate.isPending}
            error={activate.error}
            onActivate={() => activate.mutate({ registryDate, expectedVersion: plan.version })}
          />
          <div className={classes.columns}>
            <MonthChart preview={preview.data} />
            <FirstWeek preview={preview.data} />
          </div>
          <NameMembers key={registryDate} planId={plan.id} day={registryDate} />
          <UnnamedNames preview={preview.data} />
          <PreviewTables planId={plan.id} preview={preview.data} />
        </div>
      )}
    </>
  );
}

function Obstacles({ plan, preview }: { plan: PlanPage; preview: ActivationPreview }) {
  const t = useActivationWords();
  const say = useSay();
  if (preview.obstacles.length === 0) return null;
  return (
    <Alert color="amber" title={t('obstacles')}>
      <ul className={classes.obstacles}>
        {preview.obstacles.map((obstacle) => (
          <li key={obstacle.vi}>{say(obstacle)}</li>
        ))}
      </ul>
      <Link to={paths.planReview} params={{ planId: plan.id }}>
        {t('openReview')}
      </Link>
    </Alert>
  );
}

function Totals({ preview }: { preview: ActivationPreview }) {
  const t = useActivationWords();
  const language = useLanguage();
  return (
    <dl className={classes.totals}>
      {(['tasks', 'checkpoints', 'coordinations', 'targets'] as const).map((what) => (
        <div key={what}>
          <dt>{t(what)}</dt>
          <dd>{formatNumber(preview[what], language)}</dd>
        </div>
      ))}
    </dl>
  );
}

interface OutcomeProps {
  planId: string;
  answer: Pick<ActivationPreview, 'tasks' | 'checkpoints' | 'coordinations' | 'targets'> & { already: boolean };
}

function Outcome({ planId, answer }: OutcomeProps) {
  const t = useActivationWords();
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  return (
    <Alert color="green" title={t('doneTitle')} role="status">
      {answer.already && <p className={classes.hint}>{t('doneAlready')}</p>}
      <p>
        {t('done', {
          tasks: number(answer.tasks),
          checkpoints: number(answer.checkpoints),
          coordinations: number(answer.coordinations),
          targets: number(answer.targets),
        })}
      </p>
      <Link to={paths.plan} params={{ planId }}>
        {t('openTable')}
      </Link>
    </Alert>
  );
}
