import { useCallback, useMemo } from 'react';

import { Sheet } from '../../../components/ui/sheet.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/ui/states.js';
import { BulkBar } from '../../../components/work/bulk-bar.js';
import { useSelection } from '../../../components/work/use-selection.js';
import { WorkList } from '../../../components/work/work-list.js';
import type { HomeSearch } from '../../../config/paths.js';
import { useClock } from '../../../lib/queries/get-clock.js';
import { useSession } from '../../../lib/queries/get-session.js';
import { useInbox } from '../api/get-inbox.js';
import { useInboxWords } from '../inbox-words.js';
import { narrowLines } from '../narrow-lines.js';

interface InboxListProps {
  search: HomeSearch;
  /** What to say when nothing is there; the home screen has its own sentences. */
  empty?: { title: string; hint: string };
}

/** The lines of the inbox under the filters of the address, with marks and moves for many at once. */
export function InboxList({ search, empty }: InboxListProps) {
  const t = useInboxWords();
  const { actor } = useSession();
  const { today } = useClock();
  const scope = search.scope ?? 'mine';
  const inbox = useInbox({ scope, ...(search.flow ? { flow: search.flow } : {}) });
  const { fetchNextPage } = inbox;
  const { lines, mayHaveMore } = useMemo(
    () => narrowLines(inbox.data?.pages.flatMap((page) => page.items) ?? [], search.only),
    [inbox.data, search.only],
  );
  const selection = useSelection(lines);
  const loadMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const hasMore = inbox.hasNextPage && mayHaveMore;

  if (inbox.isPending) return <LoadingRows rows={9} height={48} />;
  if (inbox.isError && !inbox.data) return <ErrorState error={inbox.error} onRetry={() => void inbox.refetch()} />;
  if (lines.length === 0 && !hasMore) {
    const filtered = search.only ?? (empty ? undefined : search.flow);
    const words =
      empty ??
      {
        mine: { title: t('empty'), hint: t('emptyHint') },
        waiting: { title: t('emptyWaiting'), hint: '' },
        done: { title: t('emptyDone'), hint: '' },
      }[scope];
    return <EmptyState {...(filtered ? { title: t('emptyFiltered') } : words)} />;
  }
  return (
    <>
      <Sheet flush>
        <WorkList
          lines={lines}
          today={scope === 'done' ? null : today}
          unitId={actor.unitId}
          {...(scope === 'mine' ? { selection } : {})}
          hasMore={hasMore}
          loadingMore={inbox.isFetchingNextPage}
          onMore={loadMore}
        />
      </Sheet>
      {inbox.isFetchingNextPage && <LoadingRows rows={2} height={48} />}
      {scope === 'mine' && <BulkBar selection={selection} unitId={actor.unitId} />}
    </>
  );
}
