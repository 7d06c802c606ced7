import { Button, Stack } from '@mantine/core';
import { useState } from 'react';

import { EntryList } from '../../../components/ui/entry-list.js';
import { PageHeader } from '../../../components/ui/page-header.js';
import { Sheet } from '../../../components/ui/sheet.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/ui/states.js';
import { useOwnFlows } from '../api/get-own-flows.js';
import { useOwnFlowsWords } from '../own-flows-words.js';
import { CopyForm } from './copy-form.js';
import { OwnFlowEntry } from './own-flow-entry.js';

/** The workflows that the offices made themselves: drafts, what waits for a second person, and what is in force. */
export function OwnFlowsPage() {
  const t = useOwnFlowsWords();
  const { data, isPending, isError, error, refetch } = useOwnFlows();
  const [copying, setCopying] = useState(false);
  return (
    <>
      <PageHeader
        title={t('title')}
        below={t('hint')}
        actions={
          data?.mayCopy && (
            <Button
              variant={copying ? 'default' : 'filled'}
              aria-expanded={copying}
              onClick={() => setCopying(!copying)}
            >
              {t(copying ? 'close' : 'copy')}
            </Button>
          )
        }
      />
      {isPending && <LoadingRows rows={4} />}
      {isError && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && (
        <Stack gap="md">
          {copying && (
            <Sheet title={t('copy')}>
              <CopyForm shipped={data.shipped} units={data.units} />
            </Sheet>
          )}
          <Sheet flush>
            {data.items.length === 0 ? (
              <EmptyState title={t('empty')} hint={t(data.mayCopy ? 'emptyHint' : 'emptyForApprover')} />
            ) : (
              <EntryList>
                {data.items.map((flow) => (
                  <OwnFlowEntry
                    key={flow.id}
                    flow={flow}
                    base={data.shipped.find((shipped) => shipped.flow === flow.flow)?.words}
                  />
                ))}
              </EntryList>
            )}
          </Sheet>
        </Stack>
      )}
    </>
  );
}
