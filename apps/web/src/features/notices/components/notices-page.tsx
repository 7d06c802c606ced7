import { Button } from '@mantine/core';
import type { Notice, ReadNotices } from '@phancong/contracts';

import { LoadMore } from '../../../components/ui/load-more.js';
import { PageHeader } from '../../../components/ui/page-header.js';
import { Sheet } from '../../../components/ui/sheet.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/ui/states.js';
import { showRefusal } from '../../../components/ui/toasts.js';
import { useSay } from '../../../lib/i18n/i18n.js';
import { useNotices } from '../api/get-notices.js';
import { useReadNotices } from '../api/read-notices.js';
import { useNoticesWords } from '../notices-words.js';
import { BundleRow } from './bundle-row.js';
import { NoticeRow } from './notice-row.js';

export function NoticesPage() {
  const t = useNoticesWords();
  const say = useSay();
  const notices = useNotices();
  const readNotices = useReadNotices();
  const unread = notices.data?.pages[0]?.unread ?? 0;
  const items = notices.data?.pages.flatMap((page) => page.items) ?? [];
  const markRead = (body: ReadNotices) => readNotices.mutate(body, { onError: (error) => showRefusal(error, say) });
  const read = (notice: Notice) => {
    if (notice.readAt === null) markRead({ ids: [notice.id] });
  };

  return (
    <>
      <PageHeader
        title={t('title')}
        below={notices.data && (unread > 0 ? t('unread', { count: unread }) : t('allRead'))}
        actions={
          unread > 0 && (
            <Button variant="default" loading={readNotices.isPending} onClick={() => markRead({ all: true })}>
              {t('readAll')}
            </Button>
          )
        }
      />
      {notices.isPending && <LoadingRows rows={6} height={52} />}
      {notices.isError && !notices.data && <ErrorState error={notices.error} onRetry={() => void notices.refetch()} />}
      {notices.data && items.length === 0 && <EmptyState title={t('empty')} hint={t('emptyHint')} />}
      {items.length > 0 && (
        <Sheet flush>
          {items.map((bundle) => {
            const { onDay, template, newest } = bundle;
            const key = `${onDay} ${template}`;
            if (bundle.count === 1) return <NoticeRow key={key} notice={newest} onOpen={() => read(newest)} />;
            const readAll = () => markRead({ bundle: { onDay, template } });
            return <BundleRow key={key} bundle={bundle} onRead={read} onReadAll={readAll} />;
          })}
        </Sheet>
      )}
      <LoadMore query={notices} />
    </>
  );
}
