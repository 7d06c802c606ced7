import { Select } from '@mantine/core';
import { FlowId, Timeliness } from '@phancong/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';

import { PageHeader } from '../../../components/ui/page-header.js';
import { Sheet } from '../../../components/ui/sheet.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/ui/states.js';
import { BulkBar } from '../../../components/work/bulk-bar.js';
import { useSelection } from '../../../components/work/use-selection.js';
import { WorkList } from '../../../components/work/work-list.js';
import { paths } from '../../../config/paths.js';
import type { WorkSearch } from '../../../config/paths.js';
import { useGlossary } from '../../../lib/i18n/glossary.js';
import { useSay } from '../../../lib/i18n/i18n.js';
import { useClock } from '../../../lib/queries/get-clock.js';
import { useFlows } from '../../../lib/queries/get-flows.js';
import { useInstances } from '../../../lib/queries/get-instances.js';
import { useSession } from '../../../lib/queries/get-session.js';
import { getUnitsQueryOptions } from '../../../lib/queries/get-units.js';
import { useWorkPageWords } from '../work-page-words.js';
import classes from './work-list-page.module.css';

/** The lines behind any number of any screen; the address holds what they have in common. */
export function WorkListPage() {
  const t = useWorkPageWords();
  const { actor } = useSession();
  const { today } = useClock();
  const search = useSearch({ from: '/signed-in/viec' });
  const instances = useInstances({ ...search, flow: search.flow ?? 'task' });
  const { fetchNextPage } = instances;
  const lines = useMemo(() => instances.data?.pages.flatMap((page) => page.items) ?? [], [instances.data]);
  const selection = useSelection(lines);
  const loadMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const grouped = !search.timeliness?.startsWith('done') && search.timeliness !== 'cancelled';

  return (
    <>
      <PageHeader title={t('listTitle')} below={instances.data && t('listCount', { count: lines.length })} />
      <Filters search={search} />
      {instances.isPending && <LoadingRows rows={9} height={48} />}
      {instances.isError && !instances.data && (
        <ErrorState error={instances.error} onRetry={() => void instances.refetch()} />
      )}
      {instances.data && lines.length === 0 && <EmptyState title={t('listEmpty')} hint={t('listEmptyHint')} />}
      {lines.length > 0 && (
        <Sheet flush>
          <WorkList
            lines={lines}
            today={grouped ? today : null}
            unitId={actor.unitId}
            selection={selection}
            hasMore={instances.hasNextPage}
            loadingMore={instances.isFetchingNextPage}
            onMore={loadMore}
          />
        </Sheet>
      )}
      <BulkBar selection={selection} unitId={actor.unitId} />
    </>
  );
}

function Filters({ search }: { search: WorkSearch }) {
  const t = useWorkPageWords();
  const glossary = useGlossary();
  const say = useSay();
  const flows = useFlows();
  const navigate = useNavigate();
  const units = useQuery({ ...getUnitsQueryOptions(), enabled: search.unitId !== undefined });
  const flow = search.flow ?? 'task';
  const unit = units.data?.items.find(({ id }) => id === search.unitId);
  const change = (part: WorkSearch) => void navigate({ to: paths.work, search: { ...search, ...part }, replace: true });
  return (
    <div className={classes.filters}>
      <Select
        aria-label={t('flow')}
        allowDeselect={false}
        data={FlowId.options.map((id) => ({ value: id, label: say(flows.words(id)) }))}
        value={flow}
        onChange={(value) => change({ flow: FlowId.parse(value), state: undefined })}
      />
      <Select
        aria-label={glossary('state')}
        placeholder={t('anyState')}
        clearable
        data={flows.states(flow).map(({ state, words, own }) => ({
          value: state,
          label: own ? t('ownState', { state: say(words) }) : say(words),
        }))}
        value={search.state ?? null}
        onChange={(state) => change({ state: state ?? undefined })}
      />
      <Select
        aria-label={glossary('timeliness')}
        placeholder={t('anyTimeliness')}
        clearable
        data={Timeliness.options.map((value) => ({ value, label: glossary(value) }))}
        value={search.timeliness ?? null}
        onChange={(value) => change({ timeliness: value === null ? undefined : Timeliness.parse(value) })}
      />
      {search.unitId && <span className={classes.scope}>{t('ofUnit', { unit: unit?.name ?? search.unitId })}</span>}
      {search.itemId && <span className={classes.scope}>{t('ofItem')}</span>}
      <Link to={paths.work} search={{ flow }} className={classes.clear}>
        {t('clearFilters')}
      </Link>
    </div>
  );
}
