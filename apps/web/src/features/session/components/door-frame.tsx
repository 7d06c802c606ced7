import { Box, Button, Group, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

import { BrandMark } from '../../../components/ui/brand-mark.js';
import { LanguageSwitch } from '../../../components/ui/language-switch.js';
import { paths } from '../../../config/paths.js';
import { useDoorsWords } from '../doors-words.js';
import classes from './sign-in-page.module.css';

/** The sheet of the pages that are there before anybody is signed in. */
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

export function ToSignIn() {
  const t = useDoorsWords();
  return (
    <Button component={Link} to={paths.signIn}>
      {t('toSignIn')}
    </Button>
  );
}
