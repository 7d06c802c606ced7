import { Alert, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { FlowDocument } from '@phancong/contracts';
import type { OwnFlow } from '@phancong/contracts';
import { Link } from '@tanstack/react-router';

import { PageHeader } from '../../../components/ui/page-header.js';
import { paths } from '../../../config/paths.js';
import { useDraft } from '../../../lib/drafts.js';
import { useSay } from '../../../lib/i18n/i18n.js';
import { useFlowCheck } from '../api/check-flow.js';
import { noticesToChoose } from '../edit-document.js';
import { useOwnFlowsWords } from '../own-flows-words.js';
import { DrawingSheet } from './drawing-sheet.js';
import { EndsSheet } from './ends-sheet.js';
import { EventsSheet } from './events-sheet.js';
import { FaultsSheet } from './faults-sheet.js';
import { FlowActions } from './flow-actions.js';
import { FlowStateBadge } from './flow-state-badge.js';
import { MovesSheet } from './moves-sheet.js';
import { NoticesSheet } from './notices-sheet.js';
import { NamesSheet } from './names-sheet.js';
import { RehearsalSheet } from './rehearsal-sheet.js';
import { StatesSheet } from './states-sheet.js';
import classes from './flow-editor.module.css';

/** How long somebody pauses before what was typed is checked and drawn. */
const PAUSE_MS = 500;

/** A flow as a table beside its drawing. Who may not edit it sees the same, without the buttons. */
export function FlowEditor({ flow }: { flow: OwnFlow }) {
  const t = useOwnFlowsWords();
  const say = useSay();
  const mayEdit = flow.why.edit === null;
  const [document, change, forget] = useDraft(`ownFlow.${flow.id}.${flow.edition}`, flow.document);
  const [settled] = useDebouncedValue(document, PAUSE_MS);
  const isChanged = JSON.stringify(document) !== JSON.stringify(flow.document);
  const isWellFormed = FlowDocument.safeParse(document).success;
  const isTyping = settled !== document;
  const check = useFlowCheck(settled, mayEdit && isChanged && isWellFormed && !isTyping);
  const checked = mayEdit && isChanged ? check.data : flow;
  const parts = { document, change: mayEdit ? change : null };
  const notices = noticesToChoose(document, flow.notices);
  return (
    <article>
      <PageHeader
        above={<Link to={paths.ownFlows}>{t('title')}</Link>}
        title={say(document.words)}
        below={
          <span className={classes.about}>
            <FlowStateBadge state={flow.state} />
            {flow.unit?.name ?? t('whole')}
            {flow.machineVersion !== null && ` · ${t('version', { version: flow.machineVersion })}`}
            {flow.running > 0 && ` · ${t('running', { count: flow.running })}`}
          </span>
        }
      />
      {flow.returnReason !== null && flow.state === 'draft' && (
        <Alert color="amber" mb="md">
          {t('returned', { reason: flow.returnReason })}
        </Alert>
      )}
      <FlowActions flow={flow} document={document} isChanged={isChanged} isWellFormed={isWellFormed} onSaved={forget} />
      <div className={classes.columns}>
        <div className={classes.main}>
          <NamesSheet {...parts} />
          <StatesSheet {...parts} notices={notices} />
          <EventsSheet {...parts} />
          <MovesSheet {...parts} notices={notices} toldToWork={flow.toldToWork} />
          <EndsSheet {...parts} notices={notices} />
          <NoticesSheet {...parts} />
        </div>
        <div className={classes.side}>
          <div className={classes.drawn}>
            <DrawingSheet document={document} diagram={checked?.diagram ?? null} />
            <FaultsSheet
              faults={checked?.faults ?? []}
              isChecking={mayEdit && isChanged && isWellFormed && (isTyping || check.isFetching)}
              isWellFormed={isWellFormed}
              error={isChanged ? check.error : null}
            />
          </div>
          <div className={classes.rehearsal}>
            {isWellFormed && (checked?.faults.length ?? 0) === 0 ? (
              <RehearsalSheet document={settled} />
            ) : (
              <Text c="dimmed">{t('rehearsalHint')}</Text>
            )}
          </div>
        </div>
      </div>
    </article>
  );
}
