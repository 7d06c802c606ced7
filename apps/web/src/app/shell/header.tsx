import { IconBell } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';

import { BrandMark } from '../../components/ui/brand-mark.js';
import { ColorSchemeSwitch } from '../../components/ui/color-scheme-switch.js';
import { LanguageSwitch } from '../../components/ui/language-switch.js';
import { paths } from '../../config/paths.js';
import { ClockChip } from '../../features/clock/components/clock-chip.js';
import { useGlossary } from '../../lib/i18n/glossary.js';
import { useSession } from '../../lib/queries/get-session.js';
import { AccountButton } from './account-button.js';
import classes from './header.module.css';
import { useShellWords } from './shell-words.js';

export function Header({ unread }: { unread: number }) {
  const t = useShellWords();
  const glossary = useGlossary();
  const { actor } = useSession();

  return (
    <header className={classes.header}>
      <div className={classes.brandRow}>
        <Link to={paths.home} className={classes.brand}>
          <BrandMark onDark />
        </Link>
        <div className={classes.unit}>
          <span className={classes.unitName}>{actor.unitName}</span>
          <span className={classes.post}>
            {actor.personName} · {glossary(actor.post)}
            {actor.onBehalfOf && (
              <strong className={classes.behalf}> · {t('onBehalfOf', { name: actor.onBehalfOf.personName })}</strong>
            )}
          </span>
        </div>
      </div>
      <div className={classes.clock}>
        <ClockChip />
      </div>
      <div className={classes.tools}>
        <span className={classes.wideOnly}>
          <LanguageSwitch onDark />
        </span>
        <ColorSchemeSwitch className={classes.tool} />
        <Link
          to={paths.notices}
          className={classes.bell}
          aria-label={t('unread', { count: unread })}
          title={t('unread', { count: unread })}
        >
          <IconBell size={19} stroke={1.7} />
          {unread > 0 && <span className={classes.unread}>{unread > 99 ? '99+' : unread}</span>}
        </Link>
        <AccountButton />
      </div>
    </header>
  );
}
