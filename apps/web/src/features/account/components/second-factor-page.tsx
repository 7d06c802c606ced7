import { Button, Text } from '@mantine/core';
import { useState } from 'react';

import { DoorFrame } from '../../../components/ui/door-frame.js';
import { ErrorState, LoadingRows } from '../../../components/ui/states.js';
import { paths } from '../../../config/paths.js';
import { useGlossary } from '../../../lib/i18n/glossary.js';
import { useSession } from '../../../lib/queries/get-session.js';
import { leave, useSecondFactor, useShowCode } from '../api/second-factor.js';
import { useSecondFactorWords } from '../second-factor-words.js';
import { CodeForm } from './code-form.js';
import { EnrolSecondFactor } from './enrol-second-factor.js';
import { RecoveryCodeList } from './recovery-code-list.js';

/** A full page load: everything that was refused before is read anew. */
const goOn = () => window.location.assign(paths.home);

/** Stands before every screen while the post asks for a second factor that this session has not shown. */
export function SecondFactorPage() {
  const t = useSecondFactorWords();
  const glossary = useGlossary();
  const { actor } = useSession();
  const factor = useSecondFactor();
  const show = useShowCode();
  const [codes, setCodes] = useState<string[] | null>(null);
  const state = factor.data;
  return (
    <DoorFrame title={t('neededTitle')} hint={t('neededHint', { post: glossary(actor.post) })}>
      {factor.isPending && <LoadingRows rows={3} />}
      {factor.isError && !state && <ErrorState error={factor.error} onRetry={() => void factor.refetch()} />}
      {codes && <RecoveryCodeList codes={codes} kept={t('goOn')} onKept={goOn} />}
      {state && !state.on && !codes && state.available && <EnrolSecondFactor onOn={setCodes} />}
      {state && !state.on && !codes && !state.available && <Text>{t('notAvailable')}</Text>}
      {state?.on && !codes && (
        <CodeForm
          label={t('codeOrRecovery')}
          submit={t('confirm')}
          error={show.error}
          pending={show.isPending}
          onCode={(code) => show.mutate(code, { onSuccess: goOn })}
        />
      )}
      <Button variant="subtle" mt="lg" onClick={() => void leave().finally(() => window.location.assign(paths.signIn))}>
        {t('signOut')}
      </Button>
    </DoorFrame>
  );
}
