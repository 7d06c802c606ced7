import { Badge, Box, Menu } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconKey, IconKeyboard, IconLogout, IconUserShare } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import { LanguageSwitch } from '../../components/ui/language-switch.js';
import { paths } from '../../config/paths.js';
import { useSignOut } from '../../features/session/api/sign-out.js';
import { useGlossary } from '../../lib/i18n/glossary.js';
import { useDeadLetterCount } from '../../lib/queries/get-dead-letter-count.js';
import { useSession } from '../../lib/queries/get-session.js';
import { administrationPlacesOf } from './administration-places.js';
import { openKeyboardHelp } from './keyboard-help.js';
import { SeatItems } from './seat-items.js';
import { useShellWords } from './shell-words.js';

interface AccountMenuProps {
  target: ReactElement;
  onClose: () => void;
}

export function AccountMenu({ target, onClose }: AccountMenuProps) {
  const t = useShellWords();
  const glossary = useGlossary();
  const { actor } = useSession();
  const signOut = useSignOut();
  const isNarrow = useMediaQuery('(max-width: 760px)') ?? false;
  const places = isNarrow ? administrationPlacesOf(actor) : [];
  const dead = useDeadLetterCount(places.some(({ word }) => word === 'deliveries')).data ?? 0;
  return (
    <Menu opened onClose={onClose} position="bottom-end" withArrow>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown maw={300}>
        <Menu.Label>
          {actor.personName}
          <br />
          {actor.unitName} · {glossary(actor.post)}
          {actor.onBehalfOf && (
            <>
              <br />
              {t('onBehalfOf', { name: actor.onBehalfOf.personName })}
            </>
          )}
        </Menu.Label>
        <Box px={12} pb={8}>
          <LanguageSwitch />
        </Box>
        <SeatItems />
        <Menu.Item leftSection={<IconUserShare size={16} />} component={Link} to={paths.delegations}>
          {t('delegations')}
        </Menu.Item>
        <Menu.Item leftSection={<IconKey size={16} />} component={Link} to={paths.account}>
          {t('ownAccount')}
        </Menu.Item>
        {/* Where there is no left column. */}
        {places.map(({ to, word, Icon }) => (
          <Menu.Item
            key={to}
            leftSection={<Icon size={16} />}
            component={Link}
            to={to}
            rightSection={
              word === 'deliveries' &&
              dead > 0 && (
                <Badge size="sm" color="red" aria-label={t('deadLetters', { count: dead })}>
                  {dead}
                </Badge>
              )
            }
          >
            {t(word)}
          </Menu.Item>
        ))}
        <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={openKeyboardHelp}>
          {t('help')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => signOut.mutate()}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
