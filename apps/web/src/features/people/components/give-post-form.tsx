import { Button } from '@mantine/core';
import type { Person } from '@phancong/contracts';
import { useState } from 'react';

import { RefusalAlert } from '../../../components/form/refusal-alert.js';
import { useChangePerson } from '../api/change-people.js';
import { usePeopleWords } from '../people-words.js';
import classes from './people-page.module.css';
import { noPost, PostFields } from './post-fields.js';

export function GivePostForm({ person, onGiven }: { person: Person; onGiven: () => void }) {
  const t = usePeopleWords();
  const change = useChangePerson();
  const [post, setPost] = useState(noPost);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate(
          { kind: 'givePost', id: person.id, post, expectedVersion: person.version },
          { onSuccess: onGiven },
        );
      }}
    >
      <RefusalAlert error={change.error} mb="sm" />
      <div className={classes.form}>
        <PostFields value={post} onChange={setPost} />
      </div>
      <Button type="submit" size="xs" mt="sm" loading={change.isPending} disabled={!post.unitId}>
        {t('give')}
      </Button>
    </form>
  );
}
