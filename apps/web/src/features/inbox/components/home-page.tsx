import { useSearch } from '@tanstack/react-router';

import { PageHeader } from '../../../components/ui/page-header.js';
import { useSession } from '../../../lib/queries/get-session.js';
import { useInboxWords } from '../inbox-words.js';
import { InboxFilters } from './inbox-filters.js';
import { InboxList } from './inbox-list.js';
import { SummaryNumbers } from './summary-numbers.js';

/** The first screen: what my unit owes, and what is next. */
export function HomePage() {
  const t = useInboxWords();
  const { actor } = useSession();
  const search = useSearch({ from: '/signed-in/' });
  return (
    <>
      <PageHeader title={t('title')} below={actor.unitName} />
      <SummaryNumbers search={search} />
      <InboxFilters search={search} />
      <InboxList search={search} />
    </>
  );
}
