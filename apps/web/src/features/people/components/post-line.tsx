import { Button } from '@mantine/core';
import type { Person } from '@phancong/contracts';

import { formatDay } from '../../../lib/dates.js';
import { useGlossary } from '../../../lib/i18n/glossary.js';
import { useLanguage } from '../../../lib/i18n/i18n.js';
import { useClock } from '../../../lib/queries/get-clock.js';
import { usePeopleWords } from '../people-words.js';
import classes from './people-page.module.css';

interface PostLineProps {
  name: string;
  post: Person['posts'][number];
  onEnd: () => void;
}

/** A post that a person holds, held, or will hold. */
export function PostLine({ name, post, onEnd }: PostLineProps) {
  const t = usePeopleWords();
  const glossary = useGlossary();
  const language = useLanguage();
  const { today } = useClock();
  const past = post.validTo !== null && post.validTo < today;
  const days = [
    post.validFrom && t('since', { day: formatDay(post.validFrom, language) }),
    post.validTo && t('to', { day: formatDay(post.validTo, language) }),
  ].filter(Boolean);
  return (
    <li>
      <span>
        {glossary(post.post)}, {post.unitName}
      </span>
      <span className={classes.quiet}>
        {days.length > 0 ? days.join(' ') : t('always')}
        {past && ` (${t('past')})`}
      </span>
      {!past && (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={t('endPostNamed', { post: glossary(post.post), name })}
          onClick={onEnd}
        >
          {t('endPost')}
        </Button>
      )}
    </li>
  );
}
