import { Button } from '@mantine/core';
import type { Delegation, DelegationState, Tone } from '@phancong/contracts';

import { Entry } from '../../../components/ui/entry-list.js';
import { showRefusal, showSuccess } from '../../../components/ui/toasts.js';
import { ToneBadge } from '../../../components/ui/tone-badge.js';
import { formatDay } from '../../../lib/dates.js';
import { useGlossary } from '../../../lib/i18n/glossary.js';
import { useLanguage, useSay } from '../../../lib/i18n/i18n.js';
import { useEndDelegation } from '../api/change-delegations.js';
import { useDelegationsWords } from '../delegations-words.js';

const tones: Record<DelegationState, Tone> = { coming: 'amber', running: 'green', over: 'grey', ended: 'grey' };

export function DelegationRow({ delegation }: { delegation: Delegation }) {
  const t = useDelegationsWords();
  const glossary = useGlossary();
  const language = useLanguage();
  const say = useSay();
  const end = useEndDelegation();
  const { from, to, state, plan, endedBy } = delegation;
  const days = {
    from: formatDay(delegation.validFrom, language),
    to: formatDay(delegation.validTo, language),
  };
  return (
    <Entry
      name={t('line', { from: from.personName, to: to.personName })}
      what={`${glossary(delegation.post)}, ${delegation.unitName} · ${plan?.title ?? t('allWork')}`}
      about={[
        t('days', days),
        delegation.reason,
        ...(endedBy ? [t('endedBy', { name: endedBy.personName })] : []),
      ].join(' · ')}
    >
      <ToneBadge tone={tones[state]}>{t(state === 'ended' ? 'endedState' : state)}</ToneBadge>
      {delegation.mayEnd && (
        <Button
          size="xs"
          variant="default"
          aria-label={t('endNamed', { name: to.personName })}
          loading={end.isPending}
          onClick={() =>
            end.mutate(delegation.id, {
              onSuccess: () => showSuccess(t('ended')),
              onError: (error) => showRefusal(error, say),
            })
          }
        >
          {t('end')}
        </Button>
      )}
    </Entry>
  );
}
