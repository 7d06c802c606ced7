import { Alert, Button, NativeSelect, Stack, TextInput } from '@mantine/core';
import type { DelegationList, IsoDate } from '@phancong/contracts';
import { useState } from 'react';

import { RefusalAlert } from '../../../components/form/refusal-alert.js';
import { DateField } from '../../../components/ui/date-field.js';
import { showSuccess } from '../../../components/ui/toasts.js';
import { useGlossary } from '../../../lib/i18n/glossary.js';
import { useClock } from '../../../lib/queries/get-clock.js';
import { useGiveDelegation } from '../api/change-delegations.js';
import { useDelegationsWords } from '../delegations-words.js';

/** Who acts for me, from when to when, for what, and by which document. */
export function DelegationForm({ colleagues, plans }: Pick<DelegationList, 'colleagues' | 'plans'>) {
  const t = useDelegationsWords();
  const glossary = useGlossary();
  const { today } = useClock();
  const give = useGiveDelegation();
  const [toPersonId, setTo] = useState('');
  const [planId, setPlan] = useState('');
  const [validFrom, setFrom] = useState<IsoDate | null>(today);
  const [validTo, setUntil] = useState<IsoDate | null>(null);
  const [reason, setReason] = useState('');
  if (colleagues.length === 0) return <Alert color="gray">{t('nobody')}</Alert>;

  const submit = () => {
    if (!validFrom || !validTo) return;
    give.mutate(
      { toPersonId, planId: planId || null, validFrom, validTo, reason },
      {
        onSuccess: ({ to }) => {
          showSuccess(t('given', { name: to.personName }));
          setReason('');
          setTo('');
        },
      },
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="sm" maw={520}>
        <RefusalAlert error={give.error} />
        <NativeSelect
          label={t('to')}
          required
          value={toPersonId}
          onChange={(event) => setTo(event.currentTarget.value)}
          data={[
            { value: '', label: t('toHint') },
            ...colleagues.map(({ personId, personName, post }) => ({
              value: personId,
              label: `${personName} · ${glossary(post)}`,
            })),
          ]}
        />
        <NativeSelect
          label={t('scope')}
          value={planId}
          onChange={(event) => setPlan(event.currentTarget.value)}
          data={[{ value: '', label: t('allWork') }, ...plans.map(({ id, title }) => ({ value: id, label: title }))]}
        />
        <DateField label={t('from')} required value={validFrom} onChange={setFrom} minDate={today} />
        <DateField
          label={t('until')}
          required
          value={validTo}
          onChange={setUntil}
          minDate={validFrom ?? today}
          openAt={validFrom ?? today}
        />
        <TextInput
          label={t('reason')}
          placeholder={t('reasonHint')}
          required
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button type="submit" loading={give.isPending} disabled={!toPersonId || !validFrom || !validTo} w="fit-content">
          {t('submit')}
        </Button>
      </Stack>
    </form>
  );
}
