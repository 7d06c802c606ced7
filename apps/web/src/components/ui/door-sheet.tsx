import { Box, Group } from '@mantine/core';
import type { ReactNode } from 'react';

import { BrandMark } from './brand-mark.js';
import classes from './door-sheet.module.css';
import { LanguageSwitch } from './language-switch.js';

/** The one sheet of a page that stands before everything else: sign-in, set-up, a one-time link, the second factor. */
export function DoorSheet({ children }: { children: ReactNode }) {
  return (
    <Box className={classes.page}>
      <Box component="main" className={classes.sheet}>
        <Group justify="space-between" mb="lg">
          <BrandMark />
          <LanguageSwitch />
        </Group>
        {children}
      </Box>
    </Box>
  );
}
