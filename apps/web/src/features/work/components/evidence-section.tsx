import { Button, Text } from '@mantine/core';
import type { InstancePage } from '@phancong/contracts';
import { IconPlus } from '@tabler/icons-react';
import { Suspense, lazy, useState } from 'react';

import { Sheet } from '../../../components/ui/sheet.js';
import { LoadingRows } from '../../../components/ui/states.js';
import { useSession } from '../../../lib/queries/get-session.js';
import { useWorkPageWords } from '../work-page-words.js';
import { EvidenceLine } from './evidence-line.js';
import classes from './evidence-section.module.css';

const EvidenceForm = lazy(async () => ({ default: (await import('./evidence-form.js')).EvidenceForm }));

/** Flows that evidence is recorded on. */
const provable = new Set(['task', 'checkpoint']);

/** What proves the work; the unit that owes it records, the others read. */
export function EvidenceSection({ page }: { page: InstancePage }) {
  const t = useWorkPageWords();
  const [recording, setRecording] = useState(false);
  const { actor } = useSession();
  const { flow, doneOn } = page.line;
  if (!provable.has(flow) && page.evidence.length === 0) return null;
  const mayRecord = page.relations.includes('to') && doneOn === null && provable.has(flow);
  return (
    <Sheet
      title={t('evidence')}
      aside={
        mayRecord &&
        !recording && (
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<IconPlus size={15} />}
            onClick={() => setRecording(true)}
          >
            {t('record')}
          </Button>
        )
      }
    >
      {recording && (
        <div className={classes.form}>
          <Suspense fallback={<LoadingRows rows={3} />}>
            <EvidenceForm page={page} onClose={() => setRecording(false)} />
          </Suspense>
        </div>
      )}
      {page.evidence.length === 0 && !recording && <Text c="dimmed">{t('noEvidence')}</Text>}
      <ul className={classes.list}>
        {page.evidence.map((evidence) => (
          <EvidenceLine
            key={evidence.id}
            evidence={evidence}
            mayWithdraw={evidence.recordedBy.unitId === actor.unitId && doneOn === null}
          />
        ))}
      </ul>
    </Sheet>
  );
}
