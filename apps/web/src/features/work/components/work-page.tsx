import type { InstancePage } from '@phancong/contracts';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';

import { ErrorState, LoadingRows } from '../../../components/ui/states.js';
import { useInstance } from '../api/get-instance.js';
import { useOwnFlow } from '../api/get-own-flow.js';
import { EvidenceSection } from './evidence-section.js';
import { ErrataSection } from './errata-section.js';
import { FactsSection } from './facts-section.js';
import { HistorySection } from './history-section.js';
import { MovePanel } from './move-panel.js';
import { PartsSection } from './parts-section.js';
import { ProgressSection } from './progress-section.js';
import { SourceSection } from './source-section.js';
import { TargetsSection } from './targets-section.js';
import { WorkHead } from './work-head.js';
import classes from './work-page.module.css';

/** One piece of work of any flow: where it stands, whose move it is, and everything that proves it. */
export function WorkPage({ renderOwnPart }: { renderOwnPart?: (page: InstancePage) => ReactNode }) {
  const { id } = useParams({ from: '/signed-in/viec/$id' });
  const instance = useInstance(id);
  const ownFlow = useOwnFlow(instance.data?.line);

  if (instance.isPending || ownFlow.isLoading) return <LoadingRows rows={6} height={72} />;
  if (!instance.data) return <ErrorState error={instance.error} onRetry={() => void instance.refetch()} />;
  if (ownFlow.error) return <ErrorState error={ownFlow.error} onRetry={() => void ownFlow.refetch()} />;
  const page = instance.data;
  return (
    <article>
      <WorkHead page={page} />
      <div className={classes.columns}>
        <div className={classes.main}>
          <MovePanel page={page} />
          {renderOwnPart?.(page)}
          <ErrataSection page={page} />
          <FactsSection page={page} />
          <TargetsSection page={page} />
          <EvidenceSection page={page} />
          {page.line.flow !== 'budget' && <PartsSection page={page} />}
          <HistorySection page={page} />
        </div>
        <div className={classes.side}>
          <ProgressSection page={page} diagram={ownFlow.data} />
          <SourceSection page={page} />
        </div>
      </div>
    </article>
  );
}
