import { Alert, Stack } from '@mantine/core';

import { EntryList } from '../../../components/ui/entry-list.js';
import { PageHeader } from '../../../components/ui/page-header.js';
import { Sheet } from '../../../components/ui/sheet.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/ui/states.js';
import { useDelegations } from '../api/get-delegations.js';
import { useDelegationsWords } from '../delegations-words.js';
import { DelegationForm } from './delegation-form.js';
import { DelegationRow } from './delegation-row.js';

export function DelegationsPage() {
  const t = useDelegationsWords();
  const { data, isPending, isError, error, refetch } = useDelegations();
  return (
    <>
      <PageHeader title={t('title')} below={t('hint')} />
      {isPending && <LoadingRows rows={5} />}
      {isError && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && (
        <Stack gap="md">
          <Sheet title={t('give')}>
            {data.mayGive ? (
              <DelegationForm colleagues={data.colleagues} plans={data.plans} />
            ) : (
              <Alert color="gray">{t('delegatedSeat')}</Alert>
            )}
          </Sheet>
          <Sheet title={t('list')} flush>
            {data.items.length === 0 ? (
              <EmptyState title={t('empty')} hint={t('emptyHint')} />
            ) : (
              <EntryList>
                {data.items.map((delegation) => (
                  <DelegationRow key={delegation.id} delegation={delegation} />
                ))}
              </EntryList>
            )}
          </Sheet>
        </Stack>
      )}
    </>
  );
}
