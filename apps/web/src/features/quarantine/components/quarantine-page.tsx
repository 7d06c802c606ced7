import { Alert, Button, Stack, Text } from '@mantine/core';
import type { DamagedWork } from '@phancong/contracts';
import { useState } from 'react';

import { ConfirmDialog } from '../../../components/ui/confirm-dialog.js';
import { Entry, EntryList } from '../../../components/ui/entry-list.js';
import { PageHeader } from '../../../components/ui/page-header.js';
import { Sheet } from '../../../components/ui/sheet.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/ui/states.js';
import { showRefusal, showSuccess } from '../../../components/ui/toasts.js';
import { useSay } from '../../../lib/i18n/i18n.js';
import { useQuarantine, useRepairWork } from '../api/quarantine.js';
import { useQuarantineWords } from '../quarantine-words.js';

/** Damaged work by name, with what its history leads to; the administrator puts that in its place. */
export function QuarantinePage() {
  const t = useQuarantineWords();
  const say = useSay();
  const { data, isPending, isError, error, refetch } = useQuarantine();
  const repair = useRepairWork();
  const [asked, setAsked] = useState<DamagedWork | null>(null);
  const mend = (work: DamagedWork) =>
    repair.mutate(work, {
      onSuccess: () => showSuccess(t('repaired', { title: work.title })),
      onError: (refused) => showRefusal(refused, say),
      onSettled: () => setAsked(null),
    });
  return (
    <>
      <PageHeader title={t('title')} below={t('hint')} />
      {isPending && <LoadingRows rows={4} />}
      {isError && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && (
        <Stack gap="md">
          {data.more && <Alert color="amber">{t('more')}</Alert>}
          <Sheet flush>
            {data.items.length === 0 ? (
              <EmptyState title={t('empty')} hint={t('emptyHint')} />
            ) : (
              <EntryList>
                {data.items.map((work) => (
                  <DamagedEntry key={work.id} work={work} onRepair={() => setAsked(work)} />
                ))}
              </EntryList>
            )}
          </Sheet>
        </Stack>
      )}
      <ConfirmDialog
        opened={asked !== null}
        title={t('repair')}
        yes={t('repair')}
        pending={repair.isPending}
        onYes={() => asked && mend(asked)}
        onClose={() => setAsked(null)}
      >
        {asked?.leadsTo && <Text>{t('repairHint', { title: asked.title, state: say(asked.leadsTo) })}</Text>}
      </ConfirmDialog>
    </>
  );
}

function DamagedEntry({ work, onRepair }: { work: DamagedWork; onRepair: () => void }) {
  const t = useQuarantineWords();
  const say = useSay();
  const { title, leadsTo, why } = work;
  return (
    <Entry
      name={title}
      what={[say(work.words), t('between', { from: work.from.name, to: work.to.name }), work.planTitle].join(' · ')}
      about={[
        say(work.damage),
        ...(work.waitingClocks > 0 ? [t('clocks', { count: work.waitingClocks })] : []),
        ...(leadsTo ? [t('leadsTo', { state: say(leadsTo) })] : []),
        ...(why ? [t('notPossible', { why: say(why) })] : []),
        t('id', { id: work.id }),
      ].join(' · ')}
    >
      {leadsTo && (
        <Button size="xs" variant="default" aria-label={t('repairNamed', { title })} onClick={onRepair}>
          {t('repair')}
        </Button>
      )}
    </Entry>
  );
}
