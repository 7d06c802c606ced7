import { Button, NativeSelect, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';

import { RefusalAlert } from '../../../components/form/refusal-alert.js';
import { DoorFrame } from '../../../components/ui/door-frame.js';
import { ErrorState, LoadingRows } from '../../../components/ui/states.js';
import { useSetup, useSetUp } from '../api/doors.js';
import { useDoorsWords } from '../doors-words.js';
import { ToSignIn } from './to-sign-in.js';

/** Makes the first administrator of a real installation; there is nothing to do here ever after. */
export function SetupPage() {
  const t = useDoorsWords();
  const setup = useSetup();
  const setUp = useSetUp();
  const [form, setForm] = useState({ code: '', agencyId: '', username: '', fullName: '', password: '' });
  const field = (name: keyof typeof form) => ({
    required: true,
    value: form[name],
    onChange: (event: { currentTarget: { value: string } }) => setForm({ ...form, [name]: event.currentTarget.value }),
  });
  if (setup.isPending) {
    return (
      <DoorFrame title={t('setup')}>
        <LoadingRows rows={4} />
      </DoorFrame>
    );
  }
  if (setup.isError) {
    return (
      <DoorFrame title={t('setup')}>
        <ErrorState error={setup.error} onRetry={() => void setup.refetch()} />
      </DoorFrame>
    );
  }
  if (setUp.isSuccess) {
    return (
      <DoorFrame title={t('created')} hint={t('doneHint', { username: form.username })}>
        <ToSignIn />
      </DoorFrame>
    );
  }
  if (!setup.data.needed) {
    return (
      <DoorFrame title={t('notNeeded')} hint={t('notNeededHint')}>
        <ToSignIn />
      </DoorFrame>
    );
  }
  return (
    <DoorFrame title={t('setup')} hint={t('setupHint')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setUp.mutate(form);
        }}
      >
        <Stack gap="sm" maw={460}>
          <RefusalAlert error={setUp.error} />
          <TextInput label={t('code')} description={t('codeHint')} autoComplete="off" {...field('code')} />
          <NativeSelect
            label={t('agency')}
            {...field('agencyId')}
            data={[
              { value: '', label: t('chooseAgency') },
              ...setup.data.agencies.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <TextInput label={t('fullName')} autoComplete="name" {...field('fullName')} />
          <TextInput
            label={t('username')}
            description={t('usernameHint')}
            autoComplete="username"
            {...field('username')}
          />
          <PasswordInput
            label={t('password')}
            description={t('passwordHint')}
            autoComplete="new-password"
            {...field('password')}
          />
          <Button type="submit" loading={setUp.isPending} w="fit-content">
            {t('create')}
          </Button>
        </Stack>
      </form>
    </DoorFrame>
  );
}
