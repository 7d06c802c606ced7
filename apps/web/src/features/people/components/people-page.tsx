import { Button, Group } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { Invitation } from '@phancong/contracts';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';

import { SearchField } from '../../../components/form/search-field.js';
import { PageHeader } from '../../../components/ui/page-header.js';
import { Sheet } from '../../../components/ui/sheet.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/ui/states.js';
import { paths } from '../../../config/paths.js';
import { usePeople } from '../api/get-people.js';
import { usePeopleWords } from '../people-words.js';
import { AddPersonForm } from './add-person-form.js';
import { InvitationLink } from './invitation-link.js';
import classes from './people-page.module.css';
import { PeopleWorkbook } from './people-workbook.js';
import { PersonRow } from './person-row.js';

export function PeoplePage() {
  const t = usePeopleWords();
  const { q = '' } = useSearch({ from: '/signed-in/nguoi-dung' });
  const navigate = useNavigate();
  const [asked] = useDebouncedValue(q, 250);
  const people = usePeople(asked);
  const [adding, setAdding] = useState(false);
  const [importing, setImporting] = useState(false);
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  const items = people.data?.pages.flatMap((page) => page.items) ?? [];
  const invited = (made: Invitation) => {
    setInvitation(made);
    setAdding(false);
  };
  return (
    <>
      <PageHeader
        title={t('title')}
        below={t('hint')}
        actions={
          <Group gap="xs">
            <Button variant="default" aria-expanded={importing} onClick={() => setImporting(!importing)}>
              {t(importing ? 'closeImport' : 'import')}
            </Button>
            <Button variant={adding ? 'default' : 'filled'} aria-expanded={adding} onClick={() => setAdding(!adding)}>
              {t(adding ? 'close' : 'add')}
            </Button>
          </Group>
        }
      />
      <div className={classes.page}>
        {importing && <PeopleWorkbook />}
        {adding && (
          <Sheet title={t('add')}>
            <AddPersonForm onInvited={invited} />
          </Sheet>
        )}
        {invitation && <InvitationLink invitation={invitation} />}
        <div className={classes.filters}>
          <SearchField
            label={t('search')}
            placeholder={t('searchHint')}
            value={q}
            onChange={(wanted) => void navigate({ to: paths.people, search: { q: wanted }, replace: true })}
          />
        </div>
        {people.isPending && <LoadingRows rows={8} />}
        {people.isError && !people.data && <ErrorState error={people.error} onRetry={() => void people.refetch()} />}
        {people.data && items.length === 0 && <EmptyState title={t('empty')} hint={t('emptyHint')} />}
        {items.length > 0 && (
          <Sheet flush>
            <ul className={classes.list}>
              {items.map((person) => (
                <PersonRow key={person.id} person={person} onInvited={invited} />
              ))}
            </ul>
          </Sheet>
        )}
        {people.hasNextPage && (
          <Button variant="subtle" loading={people.isFetchingNextPage} onClick={() => void people.fetchNextPage()}>
            {t('more')}
          </Button>
        )}
      </div>
    </>
  );
}
