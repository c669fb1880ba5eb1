import './styles.ts';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/query-client.ts';
import { createPages } from './pages.tsx';
import { pageColors, theme } from './theme.ts';

// A part of a page that is not there any more: Refrain was updated since this one was opened.
window.addEventListener('vite:preloadError', () => window.location.reload());

/** What is told is told after the first page is there. */
const Notifications = lazy(async () => ({ default: (await import('@mantine/notifications')).Notifications }));

const pages = createPages();
// Before anything is drawn: what is fetched is on its way meanwhile.
queueMicrotask(() => void pages.load());

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root');
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={pageColors} defaultColorScheme="auto">
      <Suspense>
        <Notifications position="bottom-right" />
      </Suspense>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={pages} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
