import type { FlowId } from '@phancong/contracts';
import { flowOf } from '@phancong/workflows';
import { Link } from '@tanstack/react-router';

import { paths } from '../../../config/paths.js';
import type { HomeSearch } from '../../../config/paths.js';
import { stateOf } from '../../../lib/flows.js';
import { useLanguage, useSay } from '../../../lib/i18n/i18n.js';
import { formatNumber } from '../../../lib/numbers.js';
import { useInboxSummary } from '../api/get-inbox-summary.js';
import { useInboxWords } from '../inbox-words.js';
import classes from './inbox-filters.module.css';

const scopes = ['mine', 'waiting', 'done'] as const;

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
            className={classes.scope}
            aria-current={scope === choice ? 'true' : undefined}
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
  const { data } = useInboxSummary();
  const present = data?.byFlow.filter(({ mine }) => mine > 0) ?? [];
  const chosen = search.flow && !present.some(({ flow }) => flow === search.flow) ? [search.flow] : [];
  const choices: { flow: FlowId; mine: number | null }[] = [...present, ...chosen.map((flow) => ({ flow, mine: null }))];
  if (choices.length < 2 && !search.flow) return null;
  return (
    <div className={classes.flows} role="group" aria-label={t('filter')}>
      <Link
        to={paths.home}
        search={{ scope: search.scope, due: search.due }}
        className={classes.flow}
        aria-current={search.flow ? undefined : 'true'}
      >
        {t('allFlows')}
      </Link>
      {choices.map(({ flow, mine }) => (
        <Link
          key={flow}
          to={paths.home}
          search={{ scope: search.scope, due: search.due, flow }}
          className={classes.flow}
          aria-current={search.flow === flow ? 'true' : undefined}
        >
          {say(flowOf(flow).words)}
          {mine !== null && (search.scope ?? 'mine') === 'mine' && !search.due && (
            <span className={classes.count}>{formatNumber(mine, language)}</span>
          )}
        </Link>
      ))}
    </div>
  );
}

function Narrowing({ search }: { search: HomeSearch }) {
  const t = useInboxWords();
  const say = useSay();
  if (!search.due && !search.state) return null;
  const what = [
    search.due && t(search.due === 'overdue' ? 'overdue' : 'dueSoon'),
    search.state && say(stateOf(search.flow ?? 'task', search.state).words),
  ].filter(Boolean);
  return (
    <span className={classes.narrowing}>
      {t('narrowedTo', { what: what.join(', ') })}{' '}
      <Link to={paths.home} search={{ scope: search.scope }} className={classes.showAll}>
        {t('showAll')}
      </Link>
    </span>
  );
}
