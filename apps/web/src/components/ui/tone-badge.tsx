import { Badge } from '@mantine/core';
import type { Tone } from '@phancong/contracts';
import type { ReactNode } from 'react';

const colours: Record<Tone, string> = {
  grey: 'gray',
  blue: 'ink',
  amber: 'amber',
  green: 'green',
  red: 'red',
  violet: 'violet',
};

/** A word in a tone; the word says it, the colour only helps. */
export function ToneBadge({ tone, icon, children }: { tone: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <Badge
      color={colours[tone]}
      leftSection={icon}
      bd={`1px solid var(--mantine-color-${colours[tone]}-light-hover)`}
      data-tone={tone}
    >
      {children}
    </Badge>
  );
}
