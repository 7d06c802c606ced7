import { Button, Checkbox } from '@mantine/core';
import type { PostPassage } from '@phancong/contracts';
import { useState } from 'react';

import { Sheet } from '../../../components/ui/sheet.js';
import { ToneBadge } from '../../../components/ui/tone-badge.js';
import { useGlossary } from '../../../lib/i18n/glossary.js';
import { useSay } from '../../../lib/i18n/i18n.js';
import { useReorganisationsWords } from '../reorganisations-words.js';
import classes from './reorganisation-page.module.css';

const SHOWN_AT_FIRST = 12;

interface PostListProps {
  people: readonly PostPassage[];
  ended: readonly string[];
  onChange: (ended: readonly string[]) => void;
}

/** Whose post goes where; a post may end instead. What somebody should look at comes first. */
export function PostList({ people, ended, onChange }: PostListProps) {
  const t = useReorganisationsWords();
  const say = useSay();
  const glossary = useGlossary();
  const [whole, setWhole] = useState(false);
  if (people.length === 0) return null;
  const sorted = people.toSorted((a, b) => Number(a.remark === null) - Number(b.remark === null));
  const shown = whole ? sorted : sorted.slice(0, SHOWN_AT_FIRST);
  return (
    <Sheet title={t('people')} flush>
      <ul className={classes.lines}>
        {shown.map((person) => (
          <li key={person.postHoldingId} className={classes.person}>
            <div>
              {person.personName}, {glossary(person.post).toLowerCase()}{' '}
              {person.remark && <ToneBadge tone="amber">{say(person.remark)}</ToneBadge>}
              <div className={classes.quiet}>
                {person.from.name} → {person.to?.name ?? t('undecided')}
              </div>
            </div>
            {person.to && (
              <Checkbox
                label={t('endPostShort')}
                aria-label={t('endPost', { name: person.personName })}
                checked={ended.includes(person.postHoldingId)}
                onChange={(event) =>
                  onChange(
                    event.currentTarget.checked
                      ? [...ended, person.postHoldingId]
                      : ended.filter((id) => id !== person.postHoldingId),
                  )
                }
              />
            )}
          </li>
        ))}
      </ul>
      {people.length > shown.length && (
        <div className={classes.more}>
          <Button variant="default" size="xs" onClick={() => setWhole(true)}>
            {t('showAll', { count: people.length })}
          </Button>
        </div>
      )}
    </Sheet>
  );
}
