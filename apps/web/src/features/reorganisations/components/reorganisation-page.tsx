import { Alert } from '@mantine/core';
import type { IsoDate, PassageDecision, ReorganisationPreview, SplitDecision } from '@phancong/contracts';
import { Link, useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';

import { PageHeader } from '../../../components/ui/page-header.js';
import { ErrorState, LoadingRows } from '../../../components/ui/states.js';
import { paths } from '../../../config/paths.js';
import { formatDay } from '../../../lib/dates.js';
import { useLanguage, useSay } from '../../../lib/i18n/i18n.js';
import { formatNumber } from '../../../lib/numbers.js';
import { useApplyReorganisation } from '../api/apply-reorganisation.js';
import { useReorganisationPreview } from '../api/preview-reorganisation.js';
import { sumWork } from '../count-work.js';
import { useReorganisationsWords } from '../reorganisations-words.js';
import { ApplyPanel } from './apply-panel.js';
import { OwnFlowList } from './own-flow-list.js';
import { PassageList } from './passage-list.js';
import { PostList } from './post-list.js';
import { QuotaList } from './quota-list.js';
import classes from './reorganisation-page.module.css';
import { RunSheet } from './run-sheet.js';
import { SplitList } from './split-list.js';

/** One reorganisation: what it moves, what a person has to decide, applying it, and what came of it. */
export function ReorganisationPage() {
  const { on } = useParams({ from: '/signed-in/sap-xep/$on' });
  const t = useReorganisationsWords();
  const language = useLanguage();
  return (
    <>
      <PageHeader
        above={<Link to={paths.reorganisations}>{t('title')}</Link>}
        title={t('titleOn', { day: formatDay(on, language) })}
        below={t('hintOn')}
      />
      <Reorganisation key={on} on={on} />
    </>
  );
}

function Reorganisation({ on }: { on: IsoDate }) {
  const t = useReorganisationsWords();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const [endedPosts, setEndedPosts] = useState<readonly string[]>([]);
  const [splits, setSplits] = useState<readonly SplitDecision[]>([]);
  const asked = useMemo(
    () => ({
      decisions: Object.entries(chosen).map(([unitId, toUnitId]): PassageDecision => ({ unitId, toUnitId })),
      splits: splits.filter(({ parts }) => parts.some(({ number }) => number > 0)),
    }),
    [chosen, splits],
  );
  const preview = useReorganisationPreview(on, asked);
  const apply = useApplyReorganisation(on);
  if (preview.isPending) return <LoadingRows rows={6} height={64} />;
  if (!preview.data) return <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />;
  const { data } = preview;
  return (
    <div className={classes.page} data-stale={preview.isPlaceholderData || undefined}>
      {apply.data?.already && (
        <Alert color="gray" role="status">
          {t('nothingToMove')}
        </Alert>
      )}
      {data.runs.map((run) => (
        <RunSheet key={run.id} run={run} />
      ))}
      <Totals preview={data} />
      <Obstacles preview={data} />
      {preview.isError && <ErrorState error={preview.error} />}
      <ApplyPanel
        preview={data}
        ready={data.mayApply && !preview.isPlaceholderData && !preview.isError}
        pending={apply.isPending}
        error={apply.error}
        onApply={(document) => apply.mutate({ document, ...asked, endedPosts: [...endedPosts] })}
      />
      <PassageList
        passages={data.passages}
        chosen={chosen}
        onChoose={(unitId, toUnitId) => {
          const { [unitId]: _, ...others } = chosen;
          setChosen(toUnitId === null ? others : { ...others, [unitId]: toUnitId });
          if (toUnitId === null) setSplits(splits.filter((split) => split.unitId !== unitId));
        }}
        splits={splits}
        onSplit={(unitId, split) =>
          setSplits([...splits.filter((other) => other.unitId !== unitId), ...(split ? [split] : [])])
        }
      />
      <SplitList splits={data.splits} />
      <QuotaList quotas={data.quotas} />
      <OwnFlowList ownFlows={data.ownFlows} />
      <PostList people={data.people} ended={endedPosts} onChange={setEndedPosts} />
    </div>
  );
}

function Totals({ preview }: { preview: ReorganisationPreview }) {
  const t = useReorganisationsWords();
  const language = useLanguage();
  const successors = new Set(preview.passages.flatMap(({ to }) => (to ? [to.id] : [])));
  const numbers = [
    [t('ended'), preview.passages.length],
    [t('successors'), successors.size],
    [t('work'), sumWork(preview.work)],
    [t('posts'), preview.people.length],
    [t('frozen'), preview.frozen],
    [t('meetings'), preview.meetings],
  ] as const;
  return (
    <dl className={classes.totals}>
      {numbers.map(([name, number]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{formatNumber(number, language)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Obstacles({ preview }: { preview: ReorganisationPreview }) {
  const t = useReorganisationsWords();
  const say = useSay();
  if (preview.obstacles.length === 0) return null;
  return (
    <Alert color="amber" title={t('obstacles')} role="status">
      <ul className={classes.obstacles}>
        {preview.obstacles.map((words) => (
          <li key={words.vi}>{say(words)}</li>
        ))}
      </ul>
    </Alert>
  );
}
