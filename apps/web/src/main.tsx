import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { Providers } from './app/providers.js';
import { createAppRouter } from './app/router.js';
import { createQueryClient } from './lib/query-client.js';

/** After a new release the parts that an old page asks for are gone: one reload brings the new ones. */
window.addEventListener('vite:preloadError', (event) => {
  const last = Number(sessionStorage.getItem('phancong.reloadedAt') ?? 0);
  if (Date.now() - last < 60_000) return;
  event.preventDefault();
  sessionStorage.setItem('phancong.reloadedAt', String(Date.now()));
  window.location.reload();
});

const queryClient = createQueryClient();
const router = createAppRouter(queryClient);
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <Providers queryClient={queryClient}>
      <RouterProvider router={router} />
    </Providers>
  </StrictMode>,
);
