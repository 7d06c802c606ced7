import { Box, Menu } from '@mantine/core';
import { IconKeyboard, IconLogout } from '@tabler/icons-react';
import type { ReactElement } from 'react';

import { LanguageSwitch } from '../../components/ui/language-switch.js';
import { useSignOut } from '../../features/session/api/sign-out.js';
import { useGlossary } from '../../lib/i18n/glossary.js';
import { useSession } from '../../lib/queries/get-session.js';
import { openKeyboardHelp } from './keyboard-help.js';
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
  return (
    <Menu opened onClose={onClose} position="bottom-end" withArrow>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown maw={300}>
        <Menu.Label>
          {actor.personName}
          <br />
          {actor.unitName} · {glossary(actor.post)}
        </Menu.Label>
        <Box px={12} pb={8}>
          <LanguageSwitch />
        </Box>
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
