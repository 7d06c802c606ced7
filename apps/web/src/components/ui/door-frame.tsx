import { Box, Group, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';

import { BrandMark } from './brand-mark.js';
import classes from './door-frame.module.css';
import { LanguageSwitch } from './language-switch.js';

/** The sheet of the pages that stand before everything else: set-up, a one-time link, the second factor. */
export function DoorFrame({ title, hint, children }: { title: string; hint?: string; children?: ReactNode }) {
  useDocumentTitle(`${title} · Phân Công`);
  return (
    <Box className={classes.page}>
      <Box component="main" className={classes.sheet}>
        <Group justify="space-between" mb="lg">
          <BrandMark />
          <LanguageSwitch />
        </Group>
        <Title order={1}>{title}</Title>
        {hint && (
          <Text c="dimmed" mt={4} mb="md">
            {hint}
          </Text>
        )}
        {children}
      </Box>
    </Box>
  );
}
