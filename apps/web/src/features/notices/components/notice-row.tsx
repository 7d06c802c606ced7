import type { Notice } from '@phancong/contracts';
import { Link } from '@tanstack/react-router';

import { linkToLine } from '../../../components/work/links.js';
import { formatDay } from '../../../lib/dates.js';
import { useLanguage, useSay } from '../../../lib/i18n/i18n.js';
import { useFlows } from '../../../lib/queries/get-flows.js';
import { useNoticesWords } from '../notices-words.js';
import classes from './notice-row.module.css';

/** One notice; opening it leads to the work it speaks of and marks it read. */
export function NoticeRow({ notice, onOpen }: { notice: Notice; onOpen: () => void }) {
  const t = useNoticesWords();
  const say = useSay();
  const language = useLanguage();
  const flows = useFlows();
  return (
    <Link
      {...linkToLine({ flow: notice.flow, id: notice.instanceId, planId: notice.planId })}
      className={classes.row}
      data-unread={notice.readAt === null || undefined}
      onClick={onOpen}
    >
      <span className={classes.dot} role={notice.readAt === null ? 'img' : undefined} aria-label={t('isUnread')} />
      <span className={classes.words}>
        <span className={classes.sentence}>{say(notice.words)}</span>
        <span className={classes.title}>{say(flows.words(notice.flow))}</span>
      </span>
      <span className={classes.day}>{formatDay(notice.onDay, language)}</span>
    </Link>
  );
}
