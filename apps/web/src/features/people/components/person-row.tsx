import { Button } from '@mantine/core';
import type { Invitation, Person } from '@phancong/contracts';
import { useState } from 'react';

import { showRefusal, showSuccess } from '../../../components/ui/toasts.js';
import { ToneBadge } from '../../../components/ui/tone-badge.js';
import { useSay } from '../../../lib/i18n/i18n.js';
import { useChangePerson, useInvitePerson } from '../api/change-people.js';
import { usePeopleWords } from '../people-words.js';
import { GivePostForm } from './give-post-form.js';
import classes from './people-page.module.css';
import { PostLine } from './post-line.js';

interface PersonRowProps {
  person: Person;
  onInvited: (invitation: Invitation) => void;
}

export function PersonRow({ person, onInvited }: PersonRowProps) {
  const t = usePeopleWords();
  const say = useSay();
  const change = useChangePerson();
  const invite = useInvitePerson();
  const [giving, setGiving] = useState(false);
  const { id, fullName: name, disabled, version: expectedVersion } = person;
  const refuse = (error: unknown) => showRefusal(error, say);
  return (
    <li className={classes.row}>
      <div className={classes.head}>
        <div className={classes.who}>
          <strong>{name}</strong>
          <div className={classes.quiet}>{[person.username, person.email].filter(Boolean).join(' · ')}</div>
        </div>
        {disabled && <ToneBadge tone="red">{t('disabled')}</ToneBadge>}
        {!disabled && !person.hasPassword && <ToneBadge tone="amber">{t('invited')}</ToneBadge>}
        <Button
          size="xs"
          variant="default"
          aria-label={t('givePostNamed', { name })}
          aria-expanded={giving}
          onClick={() => setGiving(!giving)}
        >
          {t('givePost')}
        </Button>
        <Button
          size="xs"
          variant="default"
          aria-label={t('newLinkNamed', { name })}
          loading={invite.isPending}
          onClick={() => invite.mutate(id, { onSuccess: onInvited, onError: refuse })}
        >
          {t('newLink')}
        </Button>
        {person.hasSecondFactor && (
          <Button
            size="xs"
            variant="default"
            aria-label={t('resetFactorNamed', { name })}
            loading={change.isPending}
            onClick={() =>
              change.mutate(
                { kind: 'resetSecondFactor', id, expectedVersion },
                { onSuccess: () => showSuccess(t('factorReset', { name })), onError: refuse },
              )
            }
          >
            {t('resetFactor')}
          </Button>
        )}
        <Button
          size="xs"
          variant="default"
          aria-label={t(disabled ? 'enableNamed' : 'disableNamed', { name })}
          loading={change.isPending}
          onClick={() =>
            change.mutate(
              { kind: 'edit', id, body: { disabled: !disabled, expectedVersion } },
              { onSuccess: () => showSuccess(t('changed')), onError: refuse },
            )
          }
        >
          {t(disabled ? 'enable' : 'disable')}
        </Button>
      </div>
      <ul className={classes.posts}>
        {person.posts.map((post) => (
          <PostLine
            key={post.id}
            name={name}
            post={post}
            onEnd={() =>
              change.mutate({ kind: 'endPost', id, holdingId: post.id, expectedVersion }, { onError: refuse })
            }
          />
        ))}
      </ul>
      {giving && <GivePostForm person={person} onGiven={() => setGiving(false)} />}
    </li>
  );
}
