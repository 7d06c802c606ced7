import { Link } from '@tanstack/react-router';

import { useDeadLetterCount } from '../../lib/queries/get-dead-letter-count.js';
import { useSession } from '../../lib/queries/get-session.js';
import { administrationPlacesOf } from './administration-places.js';
import classes from './navigation.module.css';
import { useShellWords } from './shell-words.js';

/** Second part of the left column; loaded after the first, since few hold a post that has any of it. */
export function AdministrationNavigation() {
  const t = useShellWords();
  const { actor } = useSession();
  const places = administrationPlacesOf(actor);
  const dead = useDeadLetterCount(places.some(({ word }) => word === 'deliveries')).data ?? 0;
  if (places.length === 0) return null;
  return (
    <nav className={classes.second} aria-labelledby="administration">
      <p id="administration" className={classes.groupName}>
        {t('administration')}
      </p>
      {places.map(({ to, word, Icon }) => (
        <Link key={to} to={to} className={classes.sideLink}>
          <Icon size={18} stroke={1.6} />
          <span>{t(word)}</span>
          {word === 'deliveries' && dead > 0 && (
            <span className={classes.count} aria-label={t('deadLetters', { count: dead })}>
              {dead > 99 ? '99+' : dead}
            </span>
          )}
        </Link>
      ))}
    </nav>
  );
}
