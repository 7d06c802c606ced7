import { FlowId } from '@phancong/contracts';
import { Link } from '@tanstack/react-router';

import { paths } from '../../../config/paths.js';
import type { HomeSearch } from '../../../config/paths.js';
import { useLanguage, useSay } from '../../../lib/i18n/i18n.js';
import { formatNumber } from '../../../lib/numbers.js';
import { useFlows } from '../../../lib/queries/get-flows.js';
import { useInboxSummary } from '../api/get-inbox-summary.js';
import { wholeSearch } from '../../../lib/whole-search.js';
import { useInboxWords } from '../inbox-words.js';
import classes from './inbox-filters.module.css';

const scopes = ['mine', 'waiting', 'done'] as const;

/** Finished work is listed one flow at a time; plans and estimates have lists of their own. */
const doneFlows: readonly FlowId[] = FlowId.options.filter((flow) => flow !== 'plan' && flow !== 'budget');

/** Whose move it is, and which kind of work; both live in the address. */
export function InboxFilters({ search }: { search: HomeSearch }) {
  const t = useInboxWords();
  const scope = search.scope ?? 'mine';
  return (
    <div className={classes.filters}>
      <div className={classes.scopes}>
        {scopes.map((choice) => (
          <Link
            key={choice}
            to={paths.home}
            search={{ scope: choice === 'mine' ? undefined : choice, flow: search.flow }}
            activeOptions={wholeSearch}
            className={classes.scope}
            data-current={scope === choice ? true : undefined}
          >
            {t(choice)}
          </Link>
        ))}
      </div>
      <FlowChoices search={search} />
      <Narrowing search={search} />
    </div>
  );
}

function FlowChoices({ search }: { search: HomeSearch }) {
  const t = useInboxWords();
  const say = useSay();
  const language = useLanguage();
  const flows = useFlows();
  const { data } = useInboxSummary();
  const present = data?.byFlow.filter(({ mine }) => mine > 0) ?? [];
  const isDone = search.scope === 'done';
  const isPlain = (search.scope ?? 'mine') === 'mine' && !search.only;
  const shownFlows = isDone ? doneFlows : present.map(({ flow }) => flow);
  const chosen = search.flow && !shownFlows.includes(search.flow) ? [search.flow] : [];
  const choices = [...shownFlows, ...chosen];
  if (choices.length < 2 && !search.flow) return null;
  const current = search.flow ?? (isDone ? 'task' : undefined);
  return (
    <div className={classes.flows} role="group" aria-label={t('filter')}>
      {!isDone && (
        <Link
          to={paths.home}
          search={{ scope: search.scope, only: search.only }}
          activeOptions={wholeSearch}
          className={classes.flow}
          data-current={current ? undefined : true}
        >
          {t('allFlows')}
        </Link>
      )}
      {choices.map((flow) => {
        const mine = present.find((count) => count.flow === flow)?.mine;
        return (
          <Link
            key={flow}
            to={paths.home}
            search={{ scope: search.scope, only: search.only, flow }}
            activeOptions={wholeSearch}
            className={classes.flow}
            data-current={current === flow ? true : undefined}
          >
            {say(flows.words(flow))}
            {mine !== undefined && isPlain && <span className={classes.count}>{formatNumber(mine, language)}</span>}
          </Link>
        );
      })}
    </div>
  );
}

function Narrowing({ search }: { search: HomeSearch }) {
  const t = useInboxWords();
  if (!search.only) return null;
  return (
    <span className={classes.narrowing}>
      {t('narrowedTo', { what: t(search.only) })}{' '}
      <Link to={paths.home} search={{ scope: search.scope }} className={classes.showAll}>
        {t('showAll')}
      </Link>
    </span>
  );
}
