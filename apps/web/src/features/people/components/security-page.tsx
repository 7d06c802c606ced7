import { Button, NativeSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { SecurityEventKind } from '@phancong/contracts';
import type { SecurityEvent } from '@phancong/contracts';
import { useNavigate, useSearch } from '@tanstack/react-router';

import { SearchField } from '../../../components/form/search-field.js';
import { PageHeader } from '../../../components/ui/page-header.js';
import { Sheet } from '../../../components/ui/sheet.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/ui/states.js';
import { paths } from '../../../config/paths.js';
import { formatInstant } from '../../../lib/dates.js';
import { useGlossary } from '../../../lib/i18n/glossary.js';
import { useLanguage } from '../../../lib/i18n/i18n.js';
import { useSecurityEvents } from '../api/get-security-events.js';
import { useSecurityWords } from '../security-words.js';
import classes from './people-page.module.css';

export function SecurityPage() {
  const t = useSecurityWords();
  const search = useSearch({ from: '/signed-in/nhat-ky-bao-mat' });
  const navigate = useNavigate();
  const [q] = useDebouncedValue(search.q, 250);
  const events = useSecurityEvents({ q, kind: search.kind });
  const items = events.data?.pages.flatMap((page) => page.items) ?? [];
  const narrow = (part: typeof search) =>
    void navigate({ to: paths.securityLog, search: { ...search, ...part }, replace: true });
  return (
    <>
      <PageHeader title={t('title')} below={t('hint')} />
      <div className={classes.page}>
        <div className={classes.filters}>
          <SearchField
            label={t('search')}
            placeholder={t('searchHint')}
            value={search.q ?? ''}
            onChange={(q) => narrow({ q })}
          />
          <NativeSelect
            label={t('kind')}
            value={search.kind ?? ''}
            onChange={(event) => narrow({ kind: SecurityEventKind.safeParse(event.currentTarget.value).data })}
            data={[
              { value: '', label: t('all') },
              ...SecurityEventKind.options.map((kind) => ({ value: kind, label: t(kind) })),
            ]}
          />
        </div>
        {events.isPending && <LoadingRows rows={8} />}
        {events.isError && !events.data && <ErrorState error={events.error} onRetry={() => void events.refetch()} />}
        {events.data && items.length === 0 && <EmptyState title={t('empty')} hint={t('emptyHint')} />}
        {items.length > 0 && (
          <Sheet flush>
            <ul className={classes.list}>
              {items.map((event) => (
                <EventLine key={event.id} event={event} />
              ))}
            </ul>
          </Sheet>
        )}
        {events.hasNextPage && (
          <Button variant="subtle" loading={events.isFetchingNextPage} onClick={() => void events.fetchNextPage()}>
            {t('more')}
          </Button>
        )}
      </div>
    </>
  );
}

function EventLine({ event }: { event: SecurityEvent }) {
  const t = useSecurityWords();
  const glossary = useGlossary();
  const language = useLanguage();
  const seat = [event.post && glossary(event.post), event.unitName].filter(Boolean).join(', ');
  const details = [event.about, event.request, event.code, event.address].filter(Boolean).join(' · ');
  return (
    <li className={classes.event}>
      <time className={classes.quiet} dateTime={event.at}>
        {formatInstant(event.at, language)}
      </time>
      <div className={classes.words}>
        <strong>{t(event.kind)}</strong> · {event.personName ?? event.username ?? t('nobody')}
        {seat && ` (${seat})`}
        {event.onBehalfOfName && ` · ${t('onBehalfOf', { name: event.onBehalfOfName })}`}
        {details && <div className={classes.quiet}>{details}</div>}
      </div>
    </li>
  );
}
