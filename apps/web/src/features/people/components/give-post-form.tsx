import { Alert, Button } from '@mantine/core';
import type { Person } from '@phancong/contracts';
import { useState } from 'react';

import { IssueList } from '../../../components/form/issue-list.js';
import { wordsOfError } from '../../../lib/api-error.js';
import { useSay } from '../../../lib/i18n/i18n.js';
import { useChangePerson } from '../api/change-people.js';
import { usePeopleWords } from '../people-words.js';
import classes from './people-page.module.css';
import { noPost, PostFields } from './post-fields.js';

export function GivePostForm({ person, onGiven }: { person: Person; onGiven: () => void }) {
  const t = usePeopleWords();
  const say = useSay();
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
      {change.isError && (
        <Alert color="red" role="alert" mb="sm">
          {say(wordsOfError(change.error))}
          <IssueList error={change.error} />
        </Alert>
      )}
      <div className={classes.form}>
        <PostFields value={post} onChange={setPost} />
      </div>
      <Button type="submit" size="xs" mt="sm" loading={change.isPending} disabled={!post.unitId}>
        {t('give')}
      </Button>
    </form>
  );
}
