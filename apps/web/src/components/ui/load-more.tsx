import { Button } from '@mantine/core';

import { useCommonWords } from '../../lib/i18n/common-words.js';

interface LoadMoreProps {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };
}

/** Asks for the next page of a list; not there when the list is whole. */
export function LoadMore({ query }: LoadMoreProps) {
  const t = useCommonWords();
  if (!query.hasNextPage) return null;
  return (
    <Button variant="subtle" mt="sm" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
      {t('more')}
    </Button>
  );
}
