import { QueryClient } from '@tanstack/react-query';

/** The API client repeats by itself while the server is away; what still fails is an answer to show, not to retry. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, staleTime: 15_000, refetchOnWindowFocus: true, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
