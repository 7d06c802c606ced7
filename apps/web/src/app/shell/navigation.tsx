import { Link } from '@tanstack/react-router';
import {
  IconArrowsExchange,
  IconBell,
  IconBuilding,
  IconCoins,
  IconFileText,
  IconListCheck,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';

import { paths } from '../../config/paths.js';
import classes from './navigation.module.css';
import { useShellWords } from './shell-words.js';

interface Place {
  to: string;
  word: 'work' | 'plans' | 'handoffs' | 'budgets' | 'units' | 'notices';
  Icon: ComponentType<{ size?: number; stroke?: number }>;
}

const places: readonly Place[] = [
  { to: paths.home, word: 'work', Icon: IconListCheck },
  { to: paths.plans, word: 'plans', Icon: IconFileText },
  { to: paths.handoffs, word: 'handoffs', Icon: IconArrowsExchange },
  { to: paths.budgets, word: 'budgets', Icon: IconCoins },
  { to: paths.units, word: 'units', Icon: IconBuilding },
  { to: paths.notices, word: 'notices', Icon: IconBell },
];

/** Left column on a desktop. */
export function SideNavigation({ unread }: { unread: number }) {
  const t = useShellWords();
  return (
    <nav className={classes.side} aria-label={t('navigation')}>
      {places.map(({ to, word, Icon }) => (
        <Link key={to} to={to} activeOptions={{ exact: to === paths.home }} className={classes.sideLink}>
          <Icon size={18} stroke={1.6} />
          <span>{t(word)}</span>
          {word === 'notices' && unread > 0 && <span className={classes.count}>{unread > 99 ? '99+' : unread}</span>}
        </Link>
      ))}
    </nav>
  );
}

/** Bar at the thumb on a phone; notices are behind the bell of the header there. */
export function BottomNavigation() {
  const t = useShellWords();
  return (
    <nav className={classes.bottom} aria-label={t('navigation')}>
      {places
        .filter(({ word }) => word !== 'notices')
        .map(({ to, word, Icon }) => (
          <Link key={to} to={to} activeOptions={{ exact: to === paths.home }} className={classes.bottomLink}>
            <Icon size={20} stroke={1.6} />
            <span>{t(word === 'work' ? 'workShort' : word)}</span>
          </Link>
        ))}
    </nav>
  );
}
