import './styles.ts';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/refrain.ts';
import { createPageRouter } from './pages.tsx';
import { pageColors, theme } from './theme.ts';

// If a chunk is missing, Refrain was updated after the page was loaded. Reloading fetches the new version.
window.addEventListener('vite:preloadError', () => window.location.reload());

const router = createPageRouter();
// The code of the page starts loading before React renders, so that loading and rendering run in parallel.
queueMicrotask(() => void router.load());

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element #root');
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={pageColors} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
