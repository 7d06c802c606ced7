import '@mantine/core/styles.css';
import './global.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { Toaster } from '../components/ui/toaster.js';
import { SignInAgain } from '../features/session/components/sign-in-again.js';
import { resolveCssVariables, theme } from './theme.js';

/** Everything a screen stands on, the same in the browser and in tests. */
export function Providers({ queryClient, children }: { queryClient: QueryClient; children: ReactNode }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={resolveCssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <Toaster />
        {children}
        <SignInAgain />
      </QueryClientProvider>
    </MantineProvider>
  );
}
