import type { Notice, NoticeBundle } from '@phancong/contracts';
import { IconChevronDown } from '@tabler/icons-react';
import { useId, useState } from 'react';

import { LoadMore } from '../../../components/ui/load-more.js';
import { ErrorState, LoadingRows } from '../../../components/ui/states.js';
import { formatDay } from '../../../lib/dates.js';
import { useLanguage, useSay } from '../../../lib/i18n/i18n.js';
import { useNoticesOfBundle } from '../api/get-notices-of-bundle.js';
import { useNoticesWords } from '../notices-words.js';
import classes from './notice-row.module.css';
import { NoticeRow } from './notice-row.js';

interface BundleRowProps {
  bundle: NoticeBundle;
  onRead: (notice: Notice) => void;
  onReadAll: () => void;
}

/** Many notices of one kind on one day as one line; it opens to all of them, and they are read with that. */
export function BundleRow({ bundle, onRead, onReadAll }: BundleRowProps) {
  const t = useNoticesWords();
  const say = useSay();
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const behind = useId();
  const toggle = () => {
    if (!open && bundle.unread > 0) onReadAll();
    setOpen(!open);
  };
  return (
    <div className={classes.bundle}>
      <button
        type="button"
        className={classes.row}
        data-unread={bundle.unread > 0 || undefined}
        aria-expanded={open}
        aria-controls={open ? behind : undefined}
        onClick={toggle}
      >
        <span className={classes.dot} role={bundle.unread > 0 ? 'img' : undefined} aria-label={t('isUnread')} />
        <span className={classes.words}>
          <span className={classes.sentence}>{say(bundle.words)}</span>
          <span className={classes.title}>
            {t(open ? 'fold' : 'unfold', { count: bundle.count })}
            <IconChevronDown size={14} className={classes.chevron ?? ''} data-open={open || undefined} aria-hidden />
          </span>
        </span>
        <span className={classes.day}>{formatDay(bundle.onDay, language)}</span>
      </button>
      {open && (
        <div id={behind} className={classes.behind} role="region" aria-label={say(bundle.words)}>
          <NoticesOfBundle bundle={bundle} onRead={onRead} />
        </div>
      )}
    </div>
  );
}

function NoticesOfBundle({ bundle, onRead }: Omit<BundleRowProps, 'onReadAll'>) {
  const notices = useNoticesOfBundle(bundle);
  if (notices.isPending) return <LoadingRows rows={3} height={44} />;
  if (!notices.data) return <ErrorState error={notices.error} onRetry={() => void notices.refetch()} />;
  const items = notices.data.pages.flatMap((page) => page.items);
  return (
    <>
      {items.map((notice) => (
        <NoticeRow key={`${notice.id} ${notice.instanceId}`} notice={notice} onOpen={() => onRead(notice)} />
      ))}
      <LoadMore query={notices} />
    </>
  );
}
