import { ActionIcon, Indicator, Menu, Tooltip, UnstyledButton } from '@mantine/core';
import { IconBell, IconKeyboard, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';

import { BrandMark } from '../../components/ui/brand-mark.js';
import { ColorSchemeSwitch } from '../../components/ui/color-scheme-switch.js';
import { LanguageSwitch } from '../../components/ui/language-switch.js';
import { paths } from '../../config/paths.js';
import { ClockChip } from '../../features/clock/components/clock-chip.js';
import { useSignOut } from '../../features/session/api/sign-out.js';
import { useGlossary } from '../../lib/i18n/glossary.js';
import { useSession } from '../../lib/queries/get-session.js';
import classes from './header.module.css';
import { openKeyboardHelp } from './keyboard-help.js';
import { useShellWords } from './shell-words.js';

export function Header({ unread }: { unread: number }) {
  const t = useShellWords();
  const glossary = useGlossary();
  const { actor } = useSession();
  const signOut = useSignOut();

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
        <Tooltip label={t('unread', { count: unread })}>
          <Indicator disabled={unread === 0} label={unread > 99 ? '99+' : unread} size={16} color="red.7" offset={4}>
            <ActionIcon
              variant="subtle"
              size="md"
              className={classes.tool ?? ''}
              aria-label={t('unread', { count: unread })}
              renderRoot={(props) => <Link to={paths.notices} {...props} />}
            >
              <IconBell size={18} />
            </ActionIcon>
          </Indicator>
        </Tooltip>
        <Menu position="bottom-end" withArrow>
          <Menu.Target>
            <UnstyledButton className={classes.person} aria-label={t('account', { name: actor.personName })}>
              <IconUserCircle size={22} stroke={1.5} />
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>
              {actor.personName}
              <br />
              {actor.unitName} · {glossary(actor.post)}
            </Menu.Label>
            <div className={classes.menuLanguage}>
              <LanguageSwitch />
            </div>
            <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={openKeyboardHelp}>
              {t('help')}
            </Menu.Item>
            <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => signOut.mutate()}>
              {t('signOut')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
    </header>
  );
}
