import { Alert } from '@mantine/core';

import { PageHeader } from '../../../components/ui/page-header.js';
import { Sheet } from '../../../components/ui/sheet.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/ui/states.js';
import { useDelegations } from '../api/get-delegations.js';
import { useDelegationsWords } from '../delegations-words.js';
import { DelegationForm } from './delegation-form.js';
import { DelegationRow } from './delegation-row.js';
import classes from './delegations-page.module.css';

export function DelegationsPage() {
  const t = useDelegationsWords();
  const { data, isPending, isError, error, refetch } = useDelegations();
  return (
    <>
      <PageHeader title={t('title')} below={t('hint')} />
      {isPending && <LoadingRows rows={5} />}
      {isError && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && (
        <div className={classes.page}>
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
              <ul className={classes.list}>
                {data.items.map((delegation) => (
                  <DelegationRow key={delegation.id} delegation={delegation} />
                ))}
              </ul>
            )}
          </Sheet>
        </div>
      )}
    </>
  );
}
