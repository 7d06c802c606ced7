import { Button } from '@mantine/core';
import type { OwnFlowLine, Words } from '@phancong/contracts';
import { Link } from '@tanstack/react-router';

import { Entry } from '../../../components/ui/entry-list.js';
import { paths } from '../../../config/paths.js';
import { formatInstant } from '../../../lib/dates.js';
import { useCommonWords } from '../../../lib/i18n/common-words.js';
import { useLanguage, useSay } from '../../../lib/i18n/i18n.js';
import { useOwnFlowsWords } from '../own-flows-words.js';
import { FlowStateBadge } from './flow-state-badge.js';

/** One version of one flow: for whom, how far it is, and how much work runs on it. */
export function OwnFlowEntry({ flow, base }: { flow: OwnFlowLine; base: Words | undefined }) {
  const t = useOwnFlowsWords();
  const common = useCommonWords();
  const say = useSay();
  const language = useLanguage();
  const name = say(flow.words);
  const told = flow.settledBy
    ? t('approvedBy', { name: flow.settledBy, at: formatInstant(flow.settledAt ?? flow.changedAt, language) })
    : t('changedBy', { name: flow.changedBy, at: formatInstant(flow.changedAt, language) });
  return (
    <Entry
      name={name}
      what={[flow.unit?.name ?? t('whole'), base && say(base)].filter(Boolean).join(' · ')}
      about={[
        ...(flow.machineVersion === null ? [] : [t('version', { version: flow.machineVersion })]),
        ...(flow.running > 0 ? [t('running', { count: flow.running })] : []),
        told,
      ].join(' · ')}
    >
      <FlowStateBadge state={flow.state} />
      <Button
        size="xs"
        variant="default"
        renderRoot={(props) => <Link {...props} to={paths.ownFlow} params={{ id: flow.id }} />}
        aria-label={`${common('open')} «${name}»`}
      >
        {common('open')}
      </Button>
    </Entry>
  );
}
