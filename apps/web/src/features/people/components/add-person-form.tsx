import { Button, TextInput } from '@mantine/core';
import type { Invitation } from '@phancong/contracts';
import { useState } from 'react';

import { RefusalAlert } from '../../../components/form/refusal-alert.js';
import { showSuccess } from '../../../components/ui/toasts.js';
import { useAddPerson } from '../api/change-people.js';
import { usePeopleWords } from '../people-words.js';
import classes from './people-page.module.css';
import { noPost, PostFields } from './post-fields.js';

export function AddPersonForm({ onInvited }: { onInvited: (invitation: Invitation) => void }) {
  const t = usePeopleWords();
  const add = useAddPerson();
  const [fullName, setFullName] = useState('');
  const [username, setUsername] = useState('');
  const [email, setEmail] = useState('');
  const [post, setPost] = useState(noPost);
  const submit = () =>
    add.mutate(
      { fullName, username, email: email.trim() || null, post },
      {
        onSuccess: ({ person, invitation }) => {
          showSuccess(t('added', { name: person.fullName }));
          onInvited(invitation);
        },
      },
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <RefusalAlert error={add.error} mb="sm" />
      <div className={classes.form}>
        <TextInput
          label={t('fullName')}
          required
          maxLength={120}
          value={fullName}
          onChange={(event) => setFullName(event.currentTarget.value)}
        />
        <TextInput
          label={t('username')}
          description={t('usernameHint')}
          required
          maxLength={61}
          autoComplete="off"
          value={username}
          onChange={(event) => setUsername(event.currentTarget.value)}
        />
        <TextInput
          label={t('email')}
          type="email"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PostFields value={post} onChange={setPost} />
      </div>
      <Button type="submit" mt="md" loading={add.isPending} disabled={!post.unitId}>
        {t('save')}
      </Button>
    </form>
  );
}
