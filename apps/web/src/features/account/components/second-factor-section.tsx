import { Text } from '@mantine/core';
import { useState } from 'react';

import { Sheet } from '../../../components/ui/sheet.js';
import { ErrorState, LoadingRows } from '../../../components/ui/states.js';
import { showSuccess } from '../../../components/ui/toasts.js';
import { ToneBadge } from '../../../components/ui/tone-badge.js';
import { useMakeRecoveryCodes, useSecondFactor, useTurnOffSecondFactor } from '../api/second-factor.js';
import { useSecondFactorWords } from '../second-factor-words.js';
import { CodeForm } from './code-form.js';
import { EnrolSecondFactor } from './enrol-second-factor.js';
import { RecoveryCodeList } from './recovery-code-list.js';

/** The code of the telephone besides the password: turned on, kept and turned off by the person alone. */
export function SecondFactorSection() {
  const t = useSecondFactorWords();
  const factor = useSecondFactor();
  const makeCodes = useMakeRecoveryCodes();
  const turnOff = useTurnOffSecondFactor();
  const [codes, setCodes] = useState<string[] | null>(null);
  const state = factor.data;
  return (
    <Sheet
      title={t('title')}
      aside={state && <ToneBadge tone={state.on ? 'green' : 'grey'}>{t(state.on ? 'on' : 'off')}</ToneBadge>}
    >
      <Text size="sm" c="dimmed" mb="sm">
        {t('hint')}
      </Text>
      {factor.isPending && <LoadingRows rows={2} />}
      {factor.isError && !state && <ErrorState error={factor.error} onRetry={() => void factor.refetch()} />}
      {codes && <RecoveryCodeList codes={codes} kept={t('kept')} onKept={() => setCodes(null)} />}
      {state &&
        !state.on &&
        (state.available ? <EnrolSecondFactor onOn={setCodes} /> : <Text>{t('notAvailable')}</Text>)}
      {state?.on && !codes && (
        <>
          <Text size="sm" mb="sm">
            {t('left', { count: state.recoveryCodesLeft })} {state.required && t('required')}
          </Text>
          <CodeForm
            label={t('code')}
            submit={t('newCodes')}
            error={makeCodes.error ?? turnOff.error}
            pending={makeCodes.isPending}
            onCode={(code) => makeCodes.mutate(code, { onSuccess: (made) => setCodes(made.codes) })}
            {...(!state.required && {
              other: t('turnOff'),
              onOther: (code: string) => turnOff.mutate(code, { onSuccess: () => showSuccess(t('done')) }),
            })}
          />
        </>
      )}
    </Sheet>
  );
}
