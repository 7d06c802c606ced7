import { Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';

import { DoorSheet } from './door-sheet.js';

/** A page before everything else that asks for one thing. */
export function DoorFrame({ title, hint, children }: { title: string; hint?: string; children?: ReactNode }) {
  useDocumentTitle(`${title} · Phân Công`);
  return (
    <DoorSheet>
      <Title order={1}>{title}</Title>
      {hint && (
        <Text c="dimmed" mt={4} mb="md">
          {hint}
        </Text>
      )}
      {children}
    </DoorSheet>
  );
}
