import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';

import { defineWords } from '../../lib/i18n/define-words.js';

const useSchemeWords = defineWords(
  'colorScheme',
  { toDark: 'Chuyển sang nền tối', toLight: 'Chuyển sang nền sáng' },
  { toDark: 'Switch to dark', toLight: 'Switch to light' },
);

export function ColorSchemeSwitch({ className }: { className?: string | undefined }) {
  const t = useSchemeWords();
  const { setColorScheme } = useMantineColorScheme();
  const current = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const label = t(current === 'light' ? 'toDark' : 'toLight');
  return (
    <ActionIcon
      variant="subtle"
      size="md"
      className={className ?? ''}
      aria-label={label}
      title={label}
      onClick={() => setColorScheme(current === 'light' ? 'dark' : 'light')}
    >
      {current === 'light' ? <IconMoon size={17} /> : <IconSun size={17} />}
    </ActionIcon>
  );
}
